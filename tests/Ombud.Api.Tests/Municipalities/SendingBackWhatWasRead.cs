using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Ombud.Api.Municipalities;
using Ombud.Domain.Municipalities;
using Ombud.Projections.Engine;

namespace Ombud.Api.Tests.Municipalities;

/// <summary>What is read of a municipality, what configures it, and a file of it are the same.</summary>
public sealed class SendingBackWhatWasRead(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Theory]
    [InlineData("drammen")]
    [InlineData("ringsted")]
    public async Task changes_nothing(string municipality)
    {
        var read = await api.GetAsync("/v1/municipality", municipality);
        var again = await PutAsync(municipality, read.ShouldBe(200).Bytes, read.ETag);
        (again.ShouldBe(200).ETag, Encoding.UTF8.GetString(again.Bytes)).ShouldBe((read.ETag, Encoding.UTF8.GetString(read.Bytes)));
    }

    [Theory]
    [InlineData("drammen")]
    [InlineData("ringsted")]
    public async Task as_a_file_changes_nothing(string municipality)
    {
        var read = await api.GetAsync("/v1/municipality", municipality);
        var sent = await PutAsync(municipality, await File.ReadAllBytesAsync(OmbudApi.DemoFile($"{municipality}.json"), OmbudApi.Cancel));
        sent.ShouldBe(200).ETag.ShouldBe(read.ETag);
        (await ConfigureAsync(read.Bytes)).RecordedAt.ShouldBeNull();
    }

    [Fact]
    public async Task takes_what_was_changed_in_it()
    {
        var read = await api.GetAsync("/v1/municipality", "changed");
        read.ShouldBe(404);
        var file = OmbudApi.Configuration("ringsted");
        file["code"] = "changed";
        (await PutAsync("changed", Encoding.UTF8.GetBytes(file.ToJsonString()))).ShouldBe(200);
        read = (await api.GetAsync("/v1/municipality", "changed")).ShouldBe(200);
        var changed = read.Json;
        var dropped = changed["channels"]![0]!["value"]!.DeepClone();
        changed["channels"]!.AsArray().RemoveAt(0);
        var sent = (await PutAsync("changed", Encoding.UTF8.GetBytes(changed.ToJsonString()), read.ETag)).ShouldBe(200);
        sent.ETag.ShouldBe("\"2\"");
        ((int)sent.Json["lists"]!["channels"]!["version"]!).ShouldBe(2);
        ((string?)sent.Json["lists"]!["channels"]!["retired"]![0]!["value"]).ShouldBe((string?)dropped);
        (await PutAsync("changed", read.Bytes, read.ETag)).ShouldBeProblem(412, "version-mismatch");

        // As it was read at an earlier moment it can be sent too: that is how a change is taken back.
        (await PutAsync("changed", read.Bytes))
            .ShouldBe(200)
            .ETag.ShouldBe("\"3\"");
        (await ConfigureAsync(read.Bytes)).RecordedAt.ShouldBeNull();
    }

    [Fact]
    public async Task of_another_municipality_is_refused()
    {
        var read = await api.GetAsync("/v1/municipality", "ringsted");
        var refused = await PutAsync("drammen", read.Bytes);
        refused.ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["code"]);
        ((string?)refused.Json["errors"]![0]!["code"], (string?)refused.Json["errors"]![0]!["value"]).ShouldBe(
            ("another_municipality", "ringsted")
        );
        ((string?)(await api.GetAsync("/v1/municipality")).Json["name"]).ShouldBe("Drammen kommune");
    }

    private Task<Answer> PutAsync(string municipality, byte[] body, string? ifMatch = null)
    {
        var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        return api.SendAsync(HttpMethod.Put, "/v1/municipality", content, municipality, ifMatch);
    }

    /// <summary>As <c>./ombud configure FILE</c> does.</summary>
    private async Task<Outcome<Municipality>.Recorded> ConfigureAsync(byte[] file)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, file, OmbudApi.Cancel);
        try
        {
            var outcome = await api
                .Services.GetRequiredService<MunicipalityHandler>()
                .ConfigureAsync(MunicipalityFile.Read(path), "test", OmbudApi.Cancel);
            return outcome.ShouldBeOfType<Outcome<Municipality>.Recorded>();
        }
        finally
        {
            File.Delete(path);
        }
    }
}
