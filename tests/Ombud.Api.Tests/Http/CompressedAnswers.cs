using System.IO.Compression;
using Ombud.Api.Access;
using Ombud.Api.Tests.Access;

namespace Ombud.Api.Tests.Http;

public sealed class CompressedAnswers(GuardedApi api) : IClassFixture<GuardedApi>
{
    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip;q=0.5, br", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("deflate, identity", null)]
    public async Task are_in_what_the_caller_takes(string takes, string? coding)
    {
        var key = await api.KeyAsync("drammen", Scopes.FiguresRead);
        var plain = (await api.AskAsync(key, "/openapi/v1.json")).ShouldBe(200);
        var answer = (await api.AskAsync(key, "/openapi/v1.json", headers: ("Accept-Encoding", takes))).ShouldBe(200);
        (answer.Header("Content-Encoding"), answer.ContentType).ShouldBe((coding, "application/json"));
        (await PlainAsync(answer)).ShouldBe(plain.Bytes);
        if (coding is not null)
        {
            answer.Header("Vary").ShouldNotBeNull().ShouldContain("Accept-Encoding");
            (answer.Bytes.Length * 5).ShouldBeLessThan(plain.Bytes.Length);
        }
    }

    [Theory]
    [InlineData("/v1/reports/statistics?from=2023-01-01&to=2023-06-13", "application/json")]
    [InlineData("/v1/reports/statistics?from=2023-01-01&to=2023-06-13", "text/html")]
    [InlineData("/v1/reports/statistics?from=2023-01-01&to=2023-06-13&table=by-month", "text/csv")]
    [InlineData("/v1/follow-up", "application/json")]
    [InlineData("/v1/deadline-rules", "application/json")]
    [InlineData("/v1/cases", "application/json")]
    [InlineData("/follow-up", "text/html")]
    public async Task are_the_same_when_they_are_unpacked(string address, string type)
    {
        await OneOfEach.InRingstedAsync(api);
        var key = await api.KeyAsync("ringsted", [.. Scopes.All]);
        var separator = address.Contains('?') ? '&' : '?';
        address += address.Contains("deadline") ? "" : $"{separator}asOf=2026-01-01T12:00:00Z";
        var plain = (await api.AskAsync(key, address, headers: ("Accept", type))).ShouldBe(200);
        var packed = (await api.AskAsync(key, address, headers: [("Accept", type), ("Accept-Encoding", "gzip")])).ShouldBe(200);
        packed.Header("Content-Encoding").ShouldBe("gzip");
        (await PlainAsync(packed)).ShouldBe(plain.Bytes);
    }

    [Fact]
    public async Task are_none_that_have_a_tag_or_tell_of_a_person_or_say_again_what_was_sent()
    {
        var there = await OneOfEach.InRingstedAsync(api);
        var key = await api.KeyAsync("ringsted", [.. Scopes.All]);
        foreach (
            var address in new[]
            {
                $"/v1/cases/{there["cases"]}",
                $"/v1/cases/{there["cases"]}/history",
                $"/v1/cases/{there["cases"]}/personal-data?purpose=case_handling",
                "/v1/audit/personal-data-readings",
                "/v1/audit/seals",
                "/v1/municipality",
                "/deadlines?dueFrom=2023-01-01",
                $"/cases/{there["cases"]}/history",
                "/v1/cases?nonsense=<script>",
            }
        )
        {
            var answer = await api.AskAsync(key, address, headers: ("Accept-Encoding", "gzip, br"));
            answer.Header("Content-Encoding").ShouldBeNull(address);
        }
    }

    [Fact]
    public async Task leave_the_tag_of_a_case_good_for_its_next_change()
    {
        var there = await OneOfEach.InRingstedAsync(api);
        var key = await api.KeyAsync("ringsted", [.. Scopes.All]);
        var address = $"/v1/cases/{there["cases"]}";
        var etag = (await api.AskAsync(key, address, headers: ("Accept-Encoding", "gzip, br"))).ShouldBe(200).ETag!;
        using var note = new StringContent("""{"text":"She rang."}""", System.Text.Encoding.UTF8, "application/json");
        (await api.AskAsync(key, $"{address}/notes", HttpMethod.Post, note, ("If-Match", etag))).ShouldBe(200);
    }

    private static async Task<byte[]> PlainAsync(Answer answer)
    {
        await using var packed = new MemoryStream(answer.Bytes);
        await using Stream unpacked = answer.Header("Content-Encoding") switch
        {
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var plain = new MemoryStream();
        await unpacked.CopyToAsync(plain, OmbudApi.Cancel);
        return plain.ToArray();
    }
}
