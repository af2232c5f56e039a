using System.Text;
using System.Text.Json;
using CsvHelper;
using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Integrity.Json;

namespace Ombud.Api.Imports;

/// <summary>Cases as CSV (RFC 4180): one line a case, with a header, several matters separated by semicolons.</summary>
internal static class CsvLines
{
    private static readonly string[] Columns =
    [
        "number",
        "received_on",
        "received_at",
        "channel",
        "referral_source",
        "service_area",
        "matters",
        "units",
        "within_mandate",
        "requires_response",
        "inquiry_type",
        "anonymous",
        "power_of_attorney_seen",
        "declined_on",
        "decline_reason",
        "forwarded_on",
        "forwarded_to",
        "handler",
        "acknowledged_on",
        "first_replied_on",
        "closed_on",
        "outcome",
        "recorded_at",
    ];

    public static ImportLines Read(string text)
    {
        var (lines, faults, seen) = (new List<ImportLine>(), new List<LineFault>(), new Dictionary<string, int>());
        using var csv = CsvReader.FromText(
            text,
            new CsvReaderOptions
            {
                Separator = ',',
                TrackLineNumbers = true,
                OnMalformedRecord = wrong =>
                    faults.Add(
                        ImportText.Fault(
                            (int)wrong.LineNumber,
                            "quotes",
                            "malformed",
                            $"The quotes are wrong: {wrong.Reason}. A text with quotes in it stands in quotes, and each inside is doubled."
                        )
                    ),
            }
        );
        var header = csv.Headers.Select(name => name.Trim()).ToArray();
        if (HeaderFaults(header).ToList() is { Count: > 0 } wrongHeader)
            return new([], wrongHeader);
        while (csv.Read())
        {
            var row = new Row((int)csv.LineNumber, header, csv.Current.ToArray());
            var line = row.Line(Encoding.UTF8.GetString(csv.RawRecord));
            if (!seen.TryAdd(line.Case, line.Number))
            {
                row.Fault("number", "duplicate", $"Line {seen[line.Case]} has this number too.", line.Case);
                line = line with { Case = ImportLine.Unnamed(line.Number) };
            }
            lines.Add(line);
        }
        return new(lines, faults);
    }

    private static IEnumerable<LineFault> HeaderFaults(string[] header)
    {
        if (header.Length == 0)
        {
            yield return ImportText.Fault(
                1,
                "header",
                "required",
                $"The file is empty. Its first line names the columns: {string.Join(",", Columns)}."
            );
            yield break;
        }
        if (header.Length == 1 && header[0].Split(';', '\t') is { Length: > 1 })
        {
            yield return ImportText.Fault(
                1,
                "delimiter",
                "wrong_delimiter",
                "Separate columns by commas; semicolons separate the matters of one case."
            );
            yield break;
        }
        foreach (var unknown in header.Except(Columns))
            yield return ImportText.Fault(
                1,
                "header",
                "unknown_column",
                $"There is no column '{unknown}'. Columns: {string.Join(", ", Columns)}.",
                unknown
            );
        foreach (var twice in header.GroupBy(name => name).Where(group => group.Count() > 1))
            yield return ImportText.Fault(1, "header", "duplicate", $"The column '{twice.Key}' stands twice.", twice.Key);
        if (!header.Contains("number"))
            yield return ImportText.Fault(
                1,
                "header",
                "required",
                "The column 'number' is needed: it tells a case that was imported before."
            );
        if (!header.Contains("received_on") && !header.Contains("received_at"))
            yield return ImportText.Fault(1, "header", "required", "The column 'received_on' or 'received_at' is needed.");
    }

    /// <summary>One line, read column by column, with everything that is wrong with it.</summary>
    private sealed class Row(int number, string[] header, string[] fields)
    {
        private readonly List<Fault> _faults = [];

        public void Fault(string field, string code, string detail, string? value = null) =>
            _faults.Add(new(field, code, detail) { Value = value });

        public ImportLine Line(string raw)
        {
            var digest = ImportLine.DigestOf(raw);
            if (fields.Length != header.Length)
            {
                Fault("columns", "wrong_count", $"The line has {fields.Length} columns, the header {header.Length}.");
                return new(number, ImportLine.Unnamed(number), [], null, digest, _faults) { FieldName = SnakeCase };
            }
            var @case = Text("number");
            if (@case is null)
                Fault("number", "required", "Give the case's number.");
            var receive = new ReceiveCase(
                @case,
                Date("received_on"),
                Moment("received_at"),
                Text("channel"),
                Text("referral_source"),
                Flag("within_mandate"),
                Flag("requires_response"),
                Text("service_area"),
                List("matters"),
                List("units"),
                InquiryType: Text("inquiry_type"),
                Anonymous: Flag("anonymous"),
                PowerOfAttorneySeen: Flag("power_of_attorney_seen"),
                Handler: Text("handler")
            );
            List<CaseCommand> commands = [receive];
            if (Date("acknowledged_on") is { } acknowledged)
                commands.Add(new SendAcknowledgement(acknowledged));
            if (Date("first_replied_on") is { } replied)
                commands.Add(new SendFirstReply(replied));
            Then("decline_reason", "declined_on", (reason, on) => new DeclineInquiry(reason, on));
            Then("forwarded_to", "forwarded_on", (recipient, on) => new ForwardInquiry(recipient, on));
            Then("outcome", "closed_on", (outcome, on) => new CloseCase(outcome, on));
            return new(number, @case ?? ImportLine.Unnamed(number), commands, Moment("recorded_at"), digest, _faults)
            {
                FieldName = SnakeCase,
            };

            void Then(string code, string day, Func<string, LocalDate?, CaseCommand> command)
            {
                var (value, on) = (Text(code), Date(day));
                if (value is null != (Text(day) is null))
                    Fault(value is null ? code : day, "required", $"Give both {day} and {code}, or neither.");
                if (value is not null)
                    commands.Add(command(value, on));
            }
        }

        private static string SnakeCase(string field) =>
            field switch
            {
                "reason" => "decline_reason",
                "recipient" => "forwarded_to",
                _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(field.Split('[')[0]),
            };

        private string? Text(string column) =>
            Array.IndexOf(header, column) is >= 0 and var place && fields[place].Trim() is { Length: > 0 } text ? text : null;

        private LocalDate? Date(string column) =>
            Text(column) is not { } text ? null
            : LocalDateConverter.TryParse(text, out var date) ? date
            : Wrong<LocalDate>(column, "Give a date such as 2023-06-13.", text);

        private Instant? Moment(string column) =>
            Text(column) is not { } text ? null
            : InstantConverter.TryParse(text, out var moment) ? moment
            : Wrong<Instant>(column, "Give a moment with its offset, such as 2023-06-13T15:00:00+02:00.", text);

        private bool? Flag(string column) =>
            Text(column) is not { } text ? null
            : bool.TryParse(text, out var flag) ? flag
            : Wrong<bool>(column, "Give true or false.", text);

        private string[]? List(string column) =>
            Text(column)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        private T? Wrong<T>(string column, string detail, string value)
            where T : struct
        {
            Fault(column, "invalid_value", detail, value);
            return null;
        }
    }
}
