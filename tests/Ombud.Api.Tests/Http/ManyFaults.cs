using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Ombud.Api.CommandLine;
using Ombud.Api.Http;
using Ombud.Api.Municipalities;
using Ombud.Api.Terminal;
using Ombud.Domain;
using Spectre.Console;

namespace Ombud.Api.Tests.Http;

/// <summary>However much is wrong, fifty faults are named, and how many more there are; no answer is a multiple of the request.</summary>
public sealed class ManyFaults(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const int Large = 960_000;

    [Fact]
    public async Task of_unknown_fields_in_a_body_are_counted()
    {
        var fields = string.Join(',', Enumerable.Range(0, 80_000).Select(n => $"\"f{n}\":1"));
        var answer = Named(await api.PostJsonAsync("/v1/cases", "{" + fields + "}"), 80_000 + 1 - 50);
        answer.Bytes.Length.ShouldBeLessThan(50_000);
    }

    [Theory]
    [InlineData(50, null)]
    [InlineData(51, 1)]
    public async Task are_all_named_up_to_fifty(int faults, int? further)
    {
        var fields = string.Join(',', Enumerable.Range(0, faults).Select(n => $"\"f{n}\":1"));
        Named(await api.PostJsonAsync("/v1/cases", "{\"receivedOn\":\"2023-03-06\"," + fields + "}"), further);
    }

    [Fact]
    public async Task of_a_list_in_a_body_are_counted() =>
        Named(await api.PostJsonAsync("/v1/cases", $$"""{"receivedOn":"2023-03-06","matters":[{{Repeated("null", 1000)}}]}"""), 950);

    [Fact]
    public async Task of_a_configuration_are_counted()
    {
        var given = await ConfigurationAsync();
        given.Remove("code");
        var answer = Named(
            await api.SendAsync(HttpMethod.Put, "/v1/municipality", JsonContent.Create(given), "drammen", null),
            20_000 - 50
        );
        answer.Bytes.Length.ShouldBeLessThan(50_000);
    }

    [Fact]
    public async Task of_a_configuration_file_are_counted()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, (await ConfigurationAsync()).ToJsonString(), OmbudApi.Cancel);
            var refused = await Should.ThrowAsync<InvalidConfigurationException>(() =>
                api.Services.GetRequiredService<MunicipalityHandler>().ConfigureAsync(MunicipalityFile.Read(file), "test", OmbudApi.Cancel)
            );
            refused.Message.Split(Environment.NewLine).Length.ShouldBe(1 + 50 + 1);
            refused.Message.ShouldEndWith("  and 19,950 more.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task of_a_query_are_counted()
    {
        var query = string.Join('&', Enumerable.Range(0, 60).Select(n => $"f{n}=1"));
        Named(await api.GetAsync($"/v1/cases?{query}"), 10);
        Named(await api.GetAsync($"/v1/municipality?{query}"), 10);
    }

    [Fact]
    public async Task of_a_page_are_counted_in_its_language()
    {
        var query = string.Join('&', Enumerable.Range(0, 60).Select(n => $"f{n}=1"));
        var page = WebUtility.HtmlDecode(
            Encoding.UTF8.GetString((await api.GetAsync($"/deadlines?language=da&{query}")).ShouldBe(400).Bytes)
        );
        page.ShouldContain("og 10 mere.");
        page.ShouldContain("f49");
        page.ShouldNotContain("f50:");
    }

    [Fact]
    public async Task of_an_import_are_counted()
    {
        var result = await api.ImportAsync(
            string.Join('\n', Enumerable.Range(0, 300).Select(n => $$"""{"command":"nothing","case":"{{n}}"}"""))
        );
        var (said, complaints, before) = (new StringWriter(), new StringWriter(), Console.Error);
        Console.SetError(complaints);
        try
        {
            ImportCommand
                .Tell(result, new Screen(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(said) })))
                .ShouldBe(1);
        }
        finally
        {
            Console.SetError(before);
        }
        var lines = said.ToString().TrimEnd().Split('\n');
        lines.Length.ShouldBe(52);
        lines[^1].Trim().ShouldBe($"and {result.Faults.Count - 50} more.");
        complaints.ToString().ShouldContain($"Faults: {result.Faults.Count}");
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\\u0001")]
    [InlineData("ø")]
    [InlineData("😀")]
    public async Task whose_values_are_long_are_cut(string text)
    {
        var large = string.Concat(Enumerable.Repeat(text == "\"" ? "\\\"" : text, Large / 7));
        (await api.PostJsonAsync("/v1/cases", $$"""{"receivedOn":"{{large}}"}"""))
            .ShouldBeProblem(400, "invalid-input")
            .Bytes.Length.ShouldBeLessThan(5_000);
        (await api.PostJsonAsync("/v1/cases", $$"""{"receivedOn":"2023-03-06","{{large}}":1}"""))
            .ShouldBeProblem(400, "invalid-input")
            .Bytes.Length.ShouldBeLessThan(5_000);
        (await api.PostJsonAsync("/v1/cases", $$"""{"receivedOn":"2023-03-06","serviceArea":"{{large}}"}"""))
            .ShouldBeProblem(400, "invalid-input")
            .Bytes.Length.ShouldBeLessThan(30_000);
    }

    [Fact]
    public void are_cut_between_two_characters() =>
        NamedFaults.Of([new Fault(new string('a', 199) + "😀", "x", "y")]).Named[0].Field.ShouldBe(new string('a', 199) + "…");

    private static Answer Named(Answer answer, int? further)
    {
        answer.ShouldBeProblem(400, "invalid-input").Json["errors"]!.AsArray().Count.ShouldBe(50);
        ((int?)answer.Json["furtherFaults"]).ShouldBe(further);
        if (further is not null)
            ((string)answer.Json["detail"]!).ShouldContain($"And {further} more");
        return answer;
    }

    /// <summary>Drammen's, with twenty thousand codes without labels.</summary>
    private static async Task<JsonObject> ConfigurationAsync()
    {
        var given = OmbudApi.Configuration();
        given["units"] = new JsonArray([
            .. Enumerable
                .Range(0, 20_000)
                .Select(n =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["value"] = $"u{n}",
                            ["nb"] = "",
                            ["da"] = "",
                            ["en"] = "",
                        }
                ),
        ]);
        return given;
    }

    private static string Repeated(string text, int times) => string.Join(',', Enumerable.Repeat(text, times));
}
