using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain.Cases;
using Ombud.EventStore.Json;

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
        ["assess_case"] = Read<AssessCase>,
        ["categorize_case"] = Read<CategorizeCase>,
        ["review_handling"] = Read<ReviewHandling>,
        ["request_response"] = Read<RequestResponse>,
        ["register_response"] = Read<RegisterResponse>,
        ["close_case"] = Read<CloseCase>,
        ["reopen_case"] = Read<ReopenCase>,
        ["void_case"] = Read<VoidCase>,
        ["correct_case"] = Read<CorrectCase>,
    };

    public static ImportLines Read(string text)
    {
        var (lines, faults, number) = (new List<ImportLine>(), new List<LineFault>(), 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace())
                continue;
            var before = faults.Count;
            var read = Line(number, line.Trim(), faults);
            if (read is not null && faults.Count == before)
                lines.Add(read);
        }
        return new(lines, faults);
    }

    private static ImportLine? Line(int number, ReadOnlySpan<char> text, List<LineFault> faults)
    {
        if (Parse(text.ToString()) is not { } given)
        {
            faults.Add(ImportText.Fault(number, "line", "invalid_json", "Each line is one JSON object."));
            return null;
        }
        var (name, @case, recordedAt) = (Take(given, "command"), Take(given, "case"), Take(given, "recordedAt"));
        if (string.IsNullOrWhiteSpace(@case))
            faults.Add(ImportText.Fault(number, "case", "required", "Name the case by its number."));
        Instant? recorded = null;
        if (recordedAt is not null)
        {
            if (InstantConverter.TryParse(recordedAt, out var moment))
                recorded = moment;
            else
                faults.Add(ImportText.Fault(number, "recordedAt", "invalid_value", "Give a moment with its offset, such as 2023-06-13T15:00:00+02:00.", recordedAt));
        }
        if (!Commands.TryGetValue(name ?? "", out var read))
        {
            faults.Add(ImportText.Fault(number, "command", "unknown_command", $"Known commands: {string.Join(", ", Commands.Keys)}.", name));
            return null;
        }
        var input = read(given);
        faults.AddRange(input.Faults.Select(fault => new LineFault(number, fault)));
        return input.Value is { } command
            ? new(number, @case ?? "", [command is ReceiveCase receive ? receive with { Number = receive.Number ?? @case } : command], recorded, ImportLine.DigestOf(text))
            : null;
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
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
        return new(input.Value, input.Faults);
    }
}
