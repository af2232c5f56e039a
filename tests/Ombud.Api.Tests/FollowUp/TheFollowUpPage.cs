using System.Text;
using Ombud.Api.Tests.Deadlines;

namespace Ombud.Api.Tests.FollowUp;

/// <summary>The page of Ringsted's follow-up as it was on some day.</summary>
internal static class TheFollowUpPage
{
    public const string InSpring2021 = "asOf=2021-03-01T12:00";
    public const string WhenCovidCame = "asOf=2020-05-01T12:00";

    public static async Task ImportRingstedAsync(this OmbudApi api) =>
        (
            await api.ImportAsync(await File.ReadAllTextAsync(OmbudApi.DemoFile("ringsted_follow_up.ndjson"), OmbudApi.Cancel), "ringsted")
        ).Faults.ShouldBeEmpty();

    public static async Task<string> FollowUpAsync(this OmbudApi api, string query, int status = 200) =>
        ThePage.Text(await api.FollowUpHtmlAsync(query, status));

    public static async Task<string> FollowUpHtmlAsync(this OmbudApi api, string query, int status = 200)
    {
        var answer = (await api.GetAsync($"/follow-up?municipality=ringsted&{query}")).ShouldBe(status);
        answer.ContentType.ShouldBe("text/html");
        return Encoding.UTF8.GetString(answer.Bytes);
    }

    /// <summary>A part of the page, from one mark up to the next.</summary>
    public static string Between(string html, string from, string to)
    {
        var rest = html[html.IndexOf(from, StringComparison.Ordinal)..];
        return rest[..rest.IndexOf(to, StringComparison.Ordinal)];
    }
}
