using Dapper;
using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Integrity.Tenancy;
using Ombud.Projections.Cases;

namespace Ombud.Projections.Municipalities;

/// <summary>
/// Which days the codes of a municipality's lists were given to. A list whose codes lose a day on which they were given is refused. What is
/// recorded while the list is being changed is not looked at: each is decided by the list that it has read.
/// </summary>
public sealed class RecordedCodes(TenantDatabase database)
{
    /// <summary>Each unit that a request was with, and the first day of it.</summary>
    private const string UnitsWithTheirDays = """
        unnest(array(select substr(former, 12) from unnest(former_units) as former) || unit,
               requested_on || array(select left(former, 10)::date from unnest(former_units) as former)) as held(unit, since)
        """;

    private static readonly string Select = string.Join(
        "\nunion\n",
        Given("serviceAreas", "case", "case_register", "service_area", "received_on", CaseRegister.NotVoided),
        Given("matters", "case", "case_register, unnest(matters) as matter", "matter", "received_on", CaseRegister.NotVoided),
        Given("channels", "case", "case_register", "channel", "received_on", CaseRegister.NotVoided),
        Given("referralSources", "case", "case_register", "referral_source", "received_on", CaseRegister.NotVoided),
        Given("units", "case", "case_register, unnest(units) as unit", "unit", "received_on", CaseRegister.NotVoided),
        Given("units", "case", $"response_deadlines, {UnitsWithTheirDays}", "held.unit", "held.since", "not promised"),
        Given("inquiryTypes", "case", "case_register", "inquiry_type", "received_on", CaseRegister.NotVoided),
        Given("declineReasons", "case", "case_register", "decline_reason", "declined_on", CaseRegister.NotVoided),
        Given("recipients", "case", "inquiry_forwardings", "recipient", "forwarded_on"),
        Given("outcomes", "case", "case_flow", "outcome", "closed_on"),
        Given("serviceAreas", "feedback item", "feedback", "service_area", "drafted_on"),
        Given("units", "feedback item", "feedback_presentations", "unit", "presented_on"),
        Given("bodies", "feedback item", "feedback_presentations", "body", "presented_on"),
        Given("units", "recommendation", "recommendations, unnest(addressees) as unit", "unit", "issued_on"),
        Given("units", "measure", "measures", "unit", "unit_on"),
        Given("bodies", "planned meeting", "planned_meetings", "body", "meeting_on", "cancelled_on is null"),
        Given("bodies", "report", "report_presentations", "body", "presented_on"),
        Given("bodies", "report", "council_decisions", "body", "decided_on"),
        Given("bodies", "report", "council_requests", "body", "asked_on")
    );

    /// <summary>Why a municipality's lists cannot become what they would be; null where they can.</summary>
    public async Task<Refusal?> AgainstAsync(string tenant, Municipality before, Municipality after, CancellationToken cancel)
    {
        var lists = before.AllLists.Zip(after.AllLists).ToDictionary(pair => pair.First.Name);
        var dated = lists
            .Values.SelectMany(pair => pair.Second.Codes.Where(code => (code.InForceFrom ?? code.InForceTo) is not null))
            .Select(code => code.Value)
            .Distinct()
            .ToArray();
        if (dated.Length == 0)
            return null;
        await using var connection = await database.OpenAsync(tenant, cancel);
        var given = await connection.QueryAsync<GivenCode>(new CommandDefinition(Select, new { tenant, dated }, cancellationToken: cancel));
        var against = given
            .Where(each =>
                lists[each.List].First.Contains(each.Code, each.Day) && lists[each.List].Second.IsOutOfForce(each.Code, each.Day)
            )
            .ToList();
        return against.Count == 0
            ? null
            : MunicipalityRefusals.ListContradictsDays with
            {
                Because = string.Join(
                    " ",
                    against
                        .GroupBy(each => (each.List, each.Code, each.Kind))
                        .OrderBy(group => group.Key.List, StringComparer.Ordinal)
                        .ThenBy(group => group.Key.Code, StringComparer.Ordinal)
                        .ThenBy(group => group.Key.Kind, StringComparer.Ordinal)
                        .Select(Said)
                ),
            };
    }

    private static string Said(IGrouping<(string List, string Code, string Kind), GivenCode> given)
    {
        var count = given.Select(each => each.Stream).Distinct().Count();
        return $"{given.Key.List}: '{given.Key.Code}' would not be in force on days on which "
            + $"{count} {given.Key.Kind}{(count == 1 ? " has" : "s have")} it, the first of {given.Min(each => each.Day):uuuu-MM-dd}.";
    }

    private static string Given(string list, string kind, string from, string code, string day, string condition = "true") =>
        $"""
            select '{list}' as list, '{kind}' as kind, {code} as code, {day} as day, stream_id as stream from ombud.{from}
            where tenant_id = @tenant and recorded_to = 'infinity' and {condition} and {code} = any(@dated) and {day} is not null
            """;

    private sealed class GivenCode
    {
        public string List { get; init; } = "";
        public string Kind { get; init; } = "";
        public string Code { get; init; } = "";
        public LocalDate Day { get; init; }
        public Guid Stream { get; init; }
    }
}
