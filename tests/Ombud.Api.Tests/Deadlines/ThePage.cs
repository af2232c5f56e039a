using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Ombud.Api.Tests.Deadlines;

/// <summary>A page as a person reads it: without its tags, with one space where there are many.</summary>
internal static partial class ThePage
{
    /// <summary>Three units that should have answered in June 2023, one of them under a norm, and one deadline that stands still.</summary>
    public const string June =
        """
            {"case":"DR-1","command":"receive_case","receivedOn":"2023-05-12","withinMandate":true,
            """
        + """
            "requiresResponse":true,"recordedAt":"2023-05-12T09:00:00+02:00"}
            {"case":"DR-1","command":"request_response","requestedOn":"2023-05-12","unit":"building_office",
            """
        + """
            "rules":["NO.fvl.11a.preliminary-reply"],"startsOn":"2023-05-12",
            """
        + """
            "requestId":"00000000-0000-4000-8000-000000000001","recordedAt":"2023-05-12T10:00:00+02:00"}
            {"case":"DR-1","command":"send_reminder","sentOn":"2023-06-13",
            """
        + """
            "requestId":"00000000-0000-4000-8000-000000000001","recordedAt":"2023-06-13T10:00:00+02:00"}
            {"case":"DR-2","command":"receive_case","receivedOn":"2023-05-02","withinMandate":true,
            """
        + """
            "requiresResponse":true,"recordedAt":"2023-05-02T09:00:00+02:00"}
            {"case":"DR-2","command":"request_response","requestedOn":"2023-05-02","unit":"health_services",
            """
        + """
            "rules":["NO.fvl.11a.preliminary-reply.norm"],"startsOn":"2023-05-02",
            """
        + """
            "requestId":"00000000-0000-4000-8000-000000000002","recordedAt":"2023-05-02T10:00:00+02:00"}
            {"case":"DR-3","command":"receive_case","receivedOn":"2023-05-13","withinMandate":true,
            """
        + """
            "requiresResponse":true,"recordedAt":"2023-05-13T09:00:00+02:00"}
            {"case":"DR-3","command":"request_response","requestedOn":"2023-05-13","unit":"housing_office",
            """
        + """
            "rules":["NO.fvl.11a.preliminary-reply"],"startsOn":"2023-05-13",
            """
        + """
            "requestId":"00000000-0000-4000-8000-000000000003","recordedAt":"2023-05-13T10:00:00+02:00"}
            {"case":"DR-4","command":"receive_case","receivedOn":"2023-03-27","withinMandate":true,
            """
        + """
            "requiresResponse":true,"recordedAt":"2023-03-27T09:00:00+02:00"}
            {"case":"DR-4","command":"request_response","requestedOn":"2023-03-27","unit":"building_office",
            """
        + """
            "rules":["NO.pbl.21-7.building-application"],"startsOn":"2023-03-27",
            """
        + """
            "requestId":"00000000-0000-4000-8000-000000000004","recordedAt":"2023-03-27T10:00:00+02:00"}
            {"case":"DR-4","command":"suspend_deadline","suspendedOn":"2023-05-08","reason":"awaiting_other_body",
            """
        + """
            "requestId":"00000000-0000-4000-8000-000000000004","recordedAt":"2023-05-08T10:00:00+02:00"}
            """;

    public const string OnThe13th = "asOf=2023-06-13T15:00";

    public static async Task<string> PageAsync(this OmbudApi api, string query, int status = 200) =>
        Text(await api.HtmlAsync(query, status));

    public static async Task<string> HtmlAsync(this OmbudApi api, string query, int status = 200)
    {
        var answer = (await api.GetAsync($"/deadlines?{query}")).ShouldBe(status);
        answer.ContentType.ShouldBe("text/html");
        return Encoding.UTF8.GetString(answer.Bytes);
    }

    public static string Text(string html) => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ");

    /// <summary>What a pattern's group finds, in order.</summary>
    public static IEnumerable<string> All(string html, string pattern) =>
        Regex.Matches(html, pattern, RegexOptions.Singleline).Select(found => Text(found.Groups[1].Value).Trim());

    /// <summary>The rows of a table, each as its cells, from the one whose class is named.</summary>
    public static IEnumerable<string[]> Rows(string html, string table)
    {
        var from = html[html.IndexOf($"<table class=\"{table}", StringComparison.Ordinal)..];
        return Row()
            .Matches(from[..from.IndexOf("</table>", StringComparison.Ordinal)])
            .Select(row => Cell().Matches(row.Value).Select(cell => Text(cell.Groups["text"].Value).Trim()).ToArray());
    }

    [GeneratedRegex("<style>.*?</style>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<t[hd][ >][^>]*>?(?<text>.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex Cell();
}
