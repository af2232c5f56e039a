using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Integrity.Json;

namespace Ombud.Api.Imports;

/// <summary>
/// Commands as NDJSON, one a line: <c>{"case":"DR-1","command":"close_case","recordedAt":"…","closedOn":"…","outcome":"guided"}</c>.
/// Beside <c>case</c>, <c>command</c> and <c>recordedAt</c> a line has the fields of the command as the API takes it.
/// </summary>
internal static class NdjsonLines
{
    private static readonly Dictionary<string, Func<JsonObject, Input<CaseCommand>>> Commands = new()
    {
        ["receive_case"] = Read<ReceiveCase>,
        ["describe_inquiry"] = Read<DescribeInquiry>,
        ["decline_inquiry"] = Read<DeclineInquiry>,
        ["forward_inquiry"] = Read<ForwardInquiry>,
        ["assign_handler"] = Read<AssignHandler>,
        ["disqualify_handler"] = Read<DisqualifyHandler>,
        ["send_acknowledgement"] = Read<SendAcknowledgement>,
        ["send_first_reply"] = Read<SendFirstReply>,
        ["assess_case"] = Read<AssessCase>,
        ["categorize_case"] = Read<CategorizeCase>,
        ["review_handling"] = Read<ReviewHandling>,
        ["request_response"] = Read<RequestResponse>,
        ["move_request"] = ReadForRequest<MoveRequest>,
        ["register_preliminary_reply"] = ReadForRequest<RegisterPreliminaryReply>,
        ["send_reminder"] = ReadForRequest<SendReminder>,
        ["suspend_deadline"] = ReadForRequest<SuspendDeadline>,
        ["resume_deadline"] = ReadForRequest<ResumeDeadline>,
        ["extend_deadline"] = ReadForRequest<ExtendDeadline>,
        ["recompute_deadline"] = ReadForRequest<RecomputeDeadline>,
        ["waive_deadline"] = ReadForRequest<WaiveDeadline>,
        ["register_response"] = ReadForRequest<RegisterResponse>,
        ["close_case"] = Read<CloseCase>,
        ["reopen_case"] = Read<ReopenCase>,
        ["add_note"] = Read<AddNote>,
        ["deliver_to_archive"] = Read<DeliverToArchive>,
        ["void_case"] = Read<VoidCase>,
        ["correct_case"] = Read<CorrectCase>,
        ["withdraw_entry"] = ReadWithdrawal,
    };

    /// <summary>What a file calls otherwise than the API.</summary>
    private static readonly Dictionary<string, (string InFile, string InApi)> Names = new()
    {
        ["receive_case"] = ("person", "personId"),
        ["request_response"] = ("requestId", "id"),
    };

    public static ImportLines Read(string text)
    {
        var (lines, faults, number) = (new List<ImportLine>(), new List<LineFault>(), 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace())
                continue;
            var (read, fault) = Parse(line.ToString(), number, ImportLine.DigestOf(line.Trim()));
            if (read is not null)
                lines.Add(read);
            else
                faults.Add(new(number, fault!));
        }
        return new(lines, faults, "commands as NDJSON");
    }

    private static ImportLine Line(int number, JsonObject given, string digest)
    {
        var (@case, recordedAt, faults) = (Take(given, "case"), Take(given, "recordedAt"), new List<Fault>());
        Instant? recorded = InstantConverter.TryParse(recordedAt ?? "", out var moment) ? moment : null;
        if (string.IsNullOrWhiteSpace(@case))
            faults.Add(new("case", "required", "Name the case by its number."));
        if (recordedAt is not null && recorded is null)
            faults.Add(
                new("recordedAt", "invalid_value", "Give a moment with its offset, such as 2023-06-13T15:00:00+02:00.")
                {
                    Value = recordedAt,
                }
            );
        var fieldName = NameInFile(given);
        var input = ReadCommand(given);
        faults.AddRange(input.Faults.As(fieldName));
        IReadOnlyList<CaseCommand> commands = (input.Value ?? input.Readable) switch
        {
            null => [],
            ReceiveCase receive => [receive with { Number = receive.Number ?? @case }],
            var command => [command],
        };
        return new(number, @case ?? ImportLine.Unnamed(number), commands, recorded, digest, faults) { FieldName = fieldName };
    }

    private static (ImportLine? Line, Fault? Fault) Parse(string text, int number, string digest)
    {
        try
        {
            var (given, fault) = JsonText.Read(Encoding.UTF8.GetBytes(text), "line", number);
            return (given is null ? null : Line(number, given, digest), fault);
        }
        catch (InvalidOperationException)
        {
            return (null, new("line", "invalid_unicode", "A text has half a character in it (a lone surrogate)."));
        }
    }

    private static string? Take(JsonObject given, string field)
    {
        var value = given[field];
        given.Remove(field);
        return value?.GetValueKind() == JsonValueKind.String ? (string?)value : value?.ToJsonString();
    }

    private static Input<CaseCommand> Read<TCommand>(JsonObject given)
        where TCommand : CaseCommand
    {
        var input = InputReader.Read<TCommand>(given);
        return new(input.Value, [.. input.Faults, .. ImportId.Faults(input.Value)], input.Readable);
    }

    /// <summary>A replacement is the line that should have been, without case and moment.</summary>
    private static Input<CaseCommand> ReadWithdrawal(JsonObject given)
    {
        var input = InputReader.Read<Withdrawal>(given);
        if (input.Value is not { } read)
            return new(null, input.Faults);
        if (read.Replacement is null)
            return new(new WithdrawCaseEntry(read.Version, read.Reason, null), []);
        var fieldName = NameInFile(read.Replacement);
        var replacement = ReadCommand(read.Replacement);
        return new(
            replacement.Value is { } command ? new WithdrawCaseEntry(read.Version, read.Reason, command) : null,
            [.. replacement.Faults.As(field => $"replacement.{fieldName(field)}")]
        );
    }

    /// <summary>Gives the fields the API's names, and answers how the file has them.</summary>
    private static Func<string, string> NameInFile(JsonObject given) =>
        FileNames.ToApi(given, Names.TryGetValue(given["command"]?.ToString() ?? "", out var names) ? [names] : []);

    private static Input<CaseCommand> ReadCommand(JsonObject given)
    {
        var name = Take(given, "command");
        return Commands.TryGetValue(name ?? "", out var read)
            ? read(given)
            : new(null, [new("command", "unknown_command", $"Known commands: {string.Join(", ", Commands.Keys)}.") { Value = name }]);
    }

    private sealed record Withdrawal(int Version, string Reason, JsonObject? Replacement = null);

    /// <summary>Beside the command's own fields the line has <c>requestId</c>.</summary>
    private static Input<CaseCommand> ReadForRequest<TCommand>(JsonObject given)
        where TCommand : RequestCommand
    {
        var named = Guid.TryParseExact(Take(given, "requestId"), "D", out var requestId);
        var input = InputReader.Read<TCommand>(given);
        List<Fault> faults = named
            ? [.. input.Faults]
            : [new("requestId", "required", "Name the response request by its UUID."), .. input.Faults];
        return new(
            named && input.Value is { } read ? new ForRequest(requestId, read) : null,
            faults,
            named && input.Readable is { } readable ? new ForRequest(requestId, readable) : null
        );
    }
}
