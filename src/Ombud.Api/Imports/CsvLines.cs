using System.Text;
using System.Text.Json;
using CsvHelper;
using NodaTime;
using NodaTime.Text;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Municipalities;
using Ombud.Integrity.Json;

namespace Ombud.Api.Imports;

/// <summary>
/// Cases as CSV (RFC 4180), also as spreadsheets save it: one line a case, with a header, several matters separated by semicolons.
/// Columns are named as in <see cref="ImportColumns"/> and separated by commas, semicolons or tabs; days are 2023-06-13 or 13.06.2023; a
/// label of the municipality's lists does for its code.
/// </summary>
internal sealed class CsvLines(FileText file, Municipality municipality)
{
    private static readonly Dictionary<char, string> Delimiters = new()
    {
        [','] = "commas",
        [';'] = "semicolons",
        ['\t'] = "tabs",
    };

    private static readonly LocalDatePattern[] DaysAsWritten =
    [
        LocalDatePattern.CreateWithInvariantCulture("d.M.uuuu"),
        LocalDatePattern.CreateWithInvariantCulture("d-M-uuuu"),
    ];

    // So far down a header is looked for that is not where it should be.
    private const int LastOfHeader = 5;

    private readonly HashSet<string> _understood = [];

    public ImportLines Read()
    {
        var (lines, faults, seen) = (new List<ImportLine>(), new List<LineFault>(), new Dictionary<string, int>());
        // A workbook is read as it is written here: with commas, and its first row is the first line.
        var (text, before, delimiter) = file.Sheet is null ? WithoutDelimiterLine(file.Text) : (file.Text, 0, ',');
        using var csv = CsvReader.FromText(
            text,
            new CsvReaderOptions
            {
                Separator = delimiter,
                TrackLineNumbers = true,
                OnMalformedRecord = wrong =>
                    faults.Add(
                        ImportText.Fault(
                            (int)wrong.LineNumber + before,
                            "quotes",
                            "malformed",
                            $"The quotes are wrong: {wrong.Reason}. A text with quotes in it stands in quotes, and each inside is doubled."
                        )
                    ),
            }
        );
        var header = csv.Headers.Select(name => ImportColumns.Find(name) ?? name.Trim()).ToArray();
        while (header is [.., ""])
            header = header[..^1];
        if (HeaderFaults(header).Select(fault => fault with { Line = fault.Line + before }).ToList() is { Count: > 0 } wrongHeader)
            return new([], LaterHeader(csv, before) ?? wrongHeader, Understood(delimiter, [])) { Columns = header };
        while (csv.Read())
        {
            var fields = csv.Current.ToArray();
            if (fields.All(string.IsNullOrWhiteSpace))
                continue;
            if (ImportColumns.AreNamedIn(fields))
            {
                faults.Add(
                    ImportText.Fault(
                        (int)csv.LineNumber + before,
                        "header",
                        "second_header",
                        "This line names columns once more. One header is enough: delete this line."
                    )
                );
                continue;
            }
            while (fields.Length > header.Length && fields[^1].Length == 0)
                fields = fields[..^1];
            var row = new Row((int)csv.LineNumber + before, header, fields, municipality, _understood);
            var line = row.Line(Encoding.UTF8.GetString(csv.RawRecord));
            if (!seen.TryAdd(line.Case, line.Number))
            {
                row.Fault("number", "duplicate", $"Line {seen[line.Case]} has this number too.", line.Case);
                line = line with { Case = ImportLine.Unnamed(line.Number) };
            }
            lines.Add(line);
        }
        return new(lines, faults, Understood(delimiter, header)) { Columns = header };
    }

    private string Understood(char delimiter, string[] header) =>
        string.Join(
            ", ",
            [
                file.Form,
                .. file.Sheet is null ? [$"columns separated by {Delimiters[delimiter]}"] : Array.Empty<string>(),
                .. _understood.Order(StringComparer.Ordinal),
                .. header.Length == 0 ? [] : new[] { $"with {string.Join(", ", header)}" },
            ]
        );

    /// <summary>A fault that says where the header stands, where it is not the first line; else null.</summary>
    private static List<LineFault>? LaterHeader(CsvReader csv, int before)
    {
        while (csv.Read() && csv.LineNumber <= LastOfHeader)
            if (ImportColumns.AreNamedIn(csv.Current.ToArray()))
                return
                [
                    ImportText.Fault(
                        (int)csv.LineNumber + before,
                        "header",
                        "not_the_first_line",
                        "The columns are named here, and not in the first line. Delete the lines above: one header is enough."
                    ),
                ];
        return null;
    }

    /// <summary>Spreadsheets may say in a line of its own what separates columns (<c>sep=;</c>); else the header tells.</summary>
    private static (string Text, int LinesBefore, char Delimiter) WithoutDelimiterLine(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = (end < 0 ? text : text[..end]).Trim();
        if (first is ['s', 'e', 'p', '=', var given] && Delimiters.ContainsKey(given))
            return (end < 0 ? "" : text[(end + 1)..], 1, given);
        var top = text.Split('\n', LastOfHeader + 1)[..^1].DefaultIfEmpty(text).ToList();
        return (text, 0, Delimiters.Keys.MaxBy(each => top.Max(line => NamedIn(line.Split(each)))));

        static int NamedIn(string[] cells) =>
            cells.Select(cell => ImportColumns.Find(cell.Trim().Trim('"'))).OfType<string>().Distinct().Count();
    }

    private static IEnumerable<LineFault> HeaderFaults(string[] header)
    {
        if (header.Length == 0)
        {
            yield return ImportText.Fault(
                1,
                "header",
                "required",
                $"The file is empty. Its first line names the columns: {string.Join(",", ImportColumns.Names)}."
            );
            yield break;
        }
        foreach (var unknown in header.Except(ImportColumns.Names))
            yield return ImportText.Fault(
                1,
                "header",
                "unknown_column",
                $"There is no column '{unknown}'. Columns: {string.Join(", ", ImportColumns.Names)}.",
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

    /// <summary>True and false, as people and their spreadsheets write them.</summary>
    private static readonly Dictionary<string, bool> Flags = new(StringComparer.OrdinalIgnoreCase)
    {
        ["true"] = true,
        ["false"] = false,
        ["ja"] = true,
        ["nei"] = false,
        ["nej"] = false,
        ["yes"] = true,
        ["no"] = false,
        ["sann"] = true,
        ["usann"] = false,
        ["sand"] = true,
        ["falsk"] = false,
    };

    /// <summary>One line, read column by column, with everything that is wrong with it.</summary>
    private sealed class Row(int number, string[] header, string[] fields, Municipality municipality, HashSet<string> understood)
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
                Code("channel"),
                Code("referral_source"),
                Flag("within_mandate"),
                Flag("requires_response"),
                Code("service_area"),
                List("matters"),
                List("units"),
                InquiryType: Code("inquiry_type"),
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
                SaysWhatIs = true,
            };

            void Then(string code, string day, Func<string, LocalDate?, CaseCommand> command)
            {
                var (value, on) = (Code(code), Date(day));
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
            : DaysAsWritten.Select(pattern => pattern.Parse(text)).FirstOrDefault(parsed => parsed.Success) is { } written
                ? Understood(written.Value, "days as 13.06.2023")
            : Wrong<LocalDate>(column, "Give a date such as 2023-06-13 or 13.06.2023.", text);

        private Instant? Moment(string column) =>
            Text(column) is not { } text ? null
            : InstantConverter.TryParse(text, out var moment) ? moment
            : Wrong<Instant>(column, "Give a moment with its offset, such as 2023-06-13T15:00:00+02:00.", text);

        private bool? Flag(string column) =>
            Text(column) is not { } text ? null
            : Flags.TryGetValue(text, out var flag) ? flag
            : Wrong<bool>(column, "Give true or false, or ja or nei.", text);

        private string? Code(string column) => Text(column) is { } text ? CodeOf(text, ImportColumns.ListOf(column, municipality)) : null;

        private string[]? List(string column) =>
            Text(column)
                ?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(text => CodeOf(text, ImportColumns.ListOf(column, municipality)))
                .ToArray();

        /// <summary>The code, where it is one; else the one code that is called so in one of the languages; else what was given.</summary>
        private string CodeOf(string text, CodeList list) =>
            !list.EverContained(text) && list.CalledSo(text) is { } code ? Understood(code, "labels of the lists for their codes") : text;

        private T Understood<T>(T value, string how)
        {
            understood.Add(how);
            return value;
        }

        private T? Wrong<T>(string column, string detail, string value)
            where T : struct
        {
            Fault(column, "invalid_value", detail, value);
            return null;
        }
    }
}
