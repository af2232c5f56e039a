using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Measures;
using Ombud.Domain.Meetings;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;
using Ombud.Domain.ReportTexts;
using Ombud.Integrity.Json;

namespace Ombud.Api.Imports.FollowUp;

/// <summary>
/// Follow-up as NDJSON, one command a line:
/// <c>{"command":"log_follow_up","measure":"M17","recordedAt":"…","status":"postponed","reasons":["covid_19"]}</c>.
/// A report is named by its label, a recommendation as <c>18/19#2</c>, a measure, a meeting, a text of a
/// report and a finding by a name of the file's own; the id of any of them does as well.
/// Beside that a line has the fields of the command as the API takes it.
/// </summary>
/// <param name="tenant">The municipality: the same names mean other things elsewhere.</param>
internal sealed class FollowUpLines(string tenant)
{
    private const string Reports = "report",
        Recommendations = "recommendation",
        Measures = "measure",
        Meetings = "meeting",
        Texts = "text",
        Findings = "finding",
        Requests = "request";

    private static readonly Dictionary<string, (string Target, Func<FollowUpLines, JsonObject, string, Input<object>> Read)> Commands =
        new()
        {
            ["register_report"] = (Reports, Read<RegisterReport>),
            ["present_report"] = (
                Reports,
                (lines, given, target) => Read<PresentReport>(lines.Named(given, "answersRequests", Requests, $"{target}#"), given, target)
            ),
            ["register_decision"] = (Reports, Read<RegisterDecision>),
            ["register_council_request"] = (
                Reports,
                (lines, given, target) => Read<RegisterCouncilRequest>(lines.Named(given, "id", Requests, $"{target}#"), given, target)
            ),
            ["answer_council_request"] = (Reports, ReadAnswerToCouncil),
            ["issue_recommendation"] = (Recommendations, ReadIssue),
            ["register_answer"] = (Reports, ReadAnswer),
            ["assess_recommendation"] = (Recommendations, Read<AssessRecommendation>),
            ["state_progress"] = (Recommendations, Read<StateProgress>),
            ["close_recommendation"] = (
                Recommendations,
                (lines, given, target) => Read<CloseRecommendation>(lines.Named(given, "supersededBy", Recommendations), given, target)
            ),
            ["reopen_recommendation"] = (Recommendations, Read<ReopenRecommendation>),
            ["withdraw_recommendation"] = (Recommendations, Read<WithdrawRecommendation>),
            ["register_measure"] = (
                Measures,
                (lines, given, target) =>
                    Read<RegisterMeasure>(
                        lines.Named(given, "recommendations", Recommendations).Named(given, "reportId", Reports),
                        given,
                        target
                    )
            ),
            ["log_follow_up"] = (Measures, Read<LogFollowUp>),
            ["link_measure"] = (
                Measures,
                (lines, given, target) => Read<LinkMeasure>(lines.Named(given, "recommendations", Recommendations), given, target)
            ),
            ["unlink_measure"] = (
                Measures,
                (lines, given, target) => Read<UnlinkMeasure>(lines.Named(given, "recommendationId", Recommendations), given, target)
            ),
            ["plan_meeting"] = (
                Meetings,
                (lines, given, target) => Read<PlanMeeting>(lines.Named(given, "reportId", Reports), given, target)
            ),
            ["move_meeting"] = (Meetings, Read<MoveMeeting>),
            ["cancel_meeting"] = (Meetings, Read<CancelMeeting>),
            ["begin_report_text"] = (Texts, Read<BeginReportText>),
            ["write_report_text"] = (
                Texts,
                (lines, given, target) => Read<WriteReportText>(lines.Named(given, "findingId", Findings, $"{target}#"), given, target)
            ),
            ["remove_report_text"] = (
                Texts,
                (lines, given, target) => Read<RemoveReportText>(lines.Named(given, "findingId", Findings, $"{target}#"), given, target)
            ),
        };

    /// <summary>True for a file whose first line is a command on the follow-up.</summary>
    public static bool AreIn(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
            if (!line.IsWhiteSpace())
                return Parse(line.ToString(), 1).Given?["command"] is JsonValue command
                    && command.TryGetValue<string>(out var name)
                    && Commands.ContainsKey(name);
        return false;
    }

    public IReadOnlyList<FollowUpLine> Read(string text)
    {
        var (lines, number) = (new List<FollowUpLine>(), 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (!line.IsWhiteSpace())
                lines.Add(
                    Parse(line.ToString(), number) switch
                    {
                        ({ } given, _) => Line(number, given, ImportLine.DigestOf(line.Trim())),
                        (_, var fault) => new(number, [], null, null, "", [fault!]),
                    }
                );
        }
        return lines;
    }

    private FollowUpLine Line(int number, JsonObject given, string digest)
    {
        var (name, recordedAt, faults) = (Take(given, "command"), Take(given, "recordedAt"), new List<Fault>());
        Instant? recorded = InstantConverter.TryParse(recordedAt ?? "", out var moment) ? moment : null;
        if (recordedAt is not null && recorded is null)
            faults.Add(
                new("recordedAt", "invalid_value", "Give a moment with its offset, such as 2023-06-13T15:00:00+02:00.")
                {
                    Value = recordedAt,
                }
            );
        if (!Commands.TryGetValue(name ?? "", out var command))
            return new(
                number,
                [],
                null,
                recorded,
                digest,
                [.. faults, new("command", "unknown_command", $"Known commands: {string.Join(", ", Commands.Keys)}.") { Value = name }]
            );
        // What a measure belongs to as a whole is named like the target of other commands.
        if (Take(given, command.Target) is not { Length: > 0 } target)
            return new(number, [], null, recorded, digest, [.. faults, new(command.Target, "required", $"Name the {command.Target}.")]);
        var fieldName = FileNames.ToApi(given, ("report", "reportId"), ("recommendation", "recommendationId"), ("requestId", "id"));
        var input = command.Read(this, given, target);
        var streams = input.Value is RegisterAnswerTo answer ? answer.Covers : [IdOf(command.Target, target)];
        return new(number, streams, input.Value, recorded, digest, [.. faults, .. input.Faults.As(fieldName)]) { FieldName = fieldName };
    }

    /// <summary>Replaces a name, or a list of names, by ids.</summary>
    private FollowUpLines Named(JsonObject given, string field, string kind, string within = "")
    {
        if (given[field] is JsonArray names)
            given[field] = new JsonArray([.. names.Select(name => Id(name))]);
        else if (given[field] is { } name)
            given[field] = Id(name);
        return this;

        JsonNode? Id(JsonNode? name) =>
            name is JsonValue value && value.TryGetValue<string>(out var text)
                ? IdOf(kind, Guid.TryParseExact(text, "D", out _) ? text : within + text)
                : name?.DeepClone();
    }

    private Guid IdOf(string kind, string name) => Guid.TryParseExact(name, "D", out var id) ? id : ImportId.Of(kind, tenant, name);

    private static Input<object> Read<T>(FollowUpLines lines, JsonObject given, string target)
        where T : class
    {
        var input = InputReader.Read<T>(given);
        return new(input.Value, [.. input.Faults, .. ImportId.Faults(input.Value)]);
    }

    private static Input<object> ReadIssue(FollowUpLines lines, JsonObject given, string target)
    {
        if (target.Split('#') is [var report, var number])
            (given["reportId"], given["number"]) = (report, number);
        return Read<IssueRecommendation>(lines.Named(given, "reportId", Reports), given, target);
    }

    private static Input<object> ReadAnswer(FollowUpLines lines, JsonObject given, string target)
    {
        var covers = given["covers"] is JsonArray numbers ? numbers.Select(number => number?.ToString() ?? "").ToList() : [];
        given.Remove("covers");
        var input = InputReader.Read<RegisterAnswer>(given);
        List<Fault> faults =
            covers.Count == 0 ? [.. input.Faults, new("covers", "required", "Name at least one recommendation by its number.")]
            : covers.Distinct().Count() < covers.Count
                ? [.. input.Faults, new("covers", "duplicate", "An answer covers a recommendation once.")]
            : [.. input.Faults];
        var answerId = lines.IdOf("answer", $"{target}#{string.Join('+', covers)} {input.Value?.AnsweredOn:uuuu-MM-dd}");
        return new(
            faults.Count > 0
                ? null
                : new RegisterAnswerTo(
                    answerId,
                    [.. covers.Select(number => lines.IdOf(Recommendations, $"{target}#{number}"))],
                    input.Value!
                ),
            faults
        );
    }

    private static Input<object> ReadAnswerToCouncil(FollowUpLines lines, JsonObject given, string target)
    {
        var request = Take(given, "id") ?? "";
        var input = InputReader.Read<AnswerCouncilRequest>(given);
        return new(
            input.Value is null
                ? null
                : new AnswerRequestOf(
                    lines.IdOf(Requests, Guid.TryParseExact(request, "D", out _) ? request : $"{target}#{request}"),
                    input.Value
                ),
            input.Faults
        );
    }

    private static (JsonObject? Given, Fault? Fault) Parse(string text, int number) =>
        JsonText.Read(Encoding.UTF8.GetBytes(text), "line", number);

    private static string? Take(JsonObject given, string field)
    {
        var value = given[field];
        given.Remove(field);
        return value?.GetValueKind() == JsonValueKind.String ? (string?)value : value?.ToJsonString();
    }
}
