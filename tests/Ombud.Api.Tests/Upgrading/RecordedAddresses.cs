using NodaTime;

namespace Ombud.Api.Tests.Upgrading;

/// <summary>What the released version was asked: whatever a report, a case or an auditor rests on, now and at past moments.</summary>
internal static class RecordedAddresses
{
    private const string Period = "from=2023-01-01&to=2023-06-13";

    public static async Task<List<(string Municipality, string Address)>> OfAsync(ReleasedDatabase released)
    {
        var now = $"{await released.MomentAsync():uuuu-MM-dd'T'HH:mm:ss.ffffff'Z'}";
        var streams = (await RowsAsync("select tenant_id, type, id::text from ombud.mt_streams order by tenant_id, type, id"))
            .Select(row => (Municipality: row[0], Type: row[1], Id: row[2]))
            .ToList();
        var people = await RowsAsync("select tenant_id, subject_id::text from ombud.subject_keys order by 1, 2");
        return
        [
            .. from moment in new[] { "2023-03-01T12:00:00Z", "2023-05-03T12:00:00Z", "2023-06-13T13:00:00Z", now }
            from address in At(moment).Append($"/v1/reports/statistics?{Period}&asOf={moment}")
            select ("drammen", address),
            .. from moment in new[] { "2020-03-01T12:00:00Z", "2020-10-06T12:00:00Z", now }
            from address in At(moment)
            select ("ringsted", address),
            ("drammen", $"/v1/municipality?asOf={now}"),
            ("ringsted", $"/v1/municipality?asOf={now}"),
            ("drammen", $"/v1/reports/statistics?{Period}&asOf={now}&minimumCell=3&language=en"),
            ("drammen", $"/v1/reports/comparison?{Period}&asOf=2023-06-13T13:00:00Z&with={now}"),
            .. from stream in streams from address in Of(stream.Type, stream.Id, now) select (stream.Municipality, address),
            .. from person in people select (person[0], $"/v1/people/{person[1]}"),
            .. from municipality in new[] { "drammen", "ringsted" }
            from address in new[] { "verification", "seals", $"personal-data-readings?asOf={now}" }
            select (municipality, $"/v1/audit/{address}"),
            // Last, because each reading adds an event.
            .. from stream in streams
            where stream.Type == "case"
            select (stream.Municipality, $"/v1/cases/{stream.Id}/personal-data?purpose=audit&asOf={now}"),
        ];

        async Task<List<string[]>> RowsAsync(string sql) => [.. (await released.RowsAsync(sql)).Select(row => row.Split(" | "))];
    }

    private static IEnumerable<string> At(string moment) =>
        from address in new[]
        {
            "cases?limit=200&",
            "deadlines?",
            "deadlines?state=met&",
            "deadlines?state=met_late&",
            "deadlines?state=waived&",
            "follow-up?",
            "recommendations?",
            "measures?",
            "council-requests?",
            "feedback?",
            "reports?",
        }
        select $"/v1/{address}asOf={moment}";

    private static IEnumerable<string> Of(string type, string id, string now) =>
        type switch
        {
            "case" => [$"/v1/cases/{id}?asOf={now}", $"/v1/cases/{id}/history?asOf={now}", $"/v1/cases/{id}?version=2"],
            "report" => [$"/v1/reports/{id}", $"/v1/reports/{id}/verification", $"/v1/reports/{id}/history?asOf={now}"],
            "recommendation" or "measure" => [$"/v1/{type}s/{id}?asOf={now}", $"/v1/{type}s/{id}/history?asOf={now}"],
            "feedback" => [$"/v1/feedback/{id}?asOf={now}", $"/v1/feedback/{id}/history?asOf={now}"],
            _ => [],
        };
}
