using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Validations;
using SpreadCheetah.Worksheets;

namespace Ombud.Api.Imports;

/// <summary>
/// A workbook to fill in and to import as it is: a sheet of cases with the columns in the office's language, and what to choose from on a
/// second one, the municipality's lists as they are in force.
/// </summary>
internal static class ImportTemplate
{
    private const int LastRow = 1_048_576;
    private static readonly Phrase Cases = new("Saker", "Sager", "Cases");
    private static readonly Phrase Lists = new("Lister", "Lister", "Lists");
    private static readonly Phrase Yes = new("ja", "ja", "yes");
    private static readonly Phrase No = new("nei", "nej", "no");
    private static readonly Phrase Several = new(
        "Flere skilles med semikolon, den viktigste først.",
        "Flere adskilles med semikolon, den vigtigste først.",
        "Separate several with semicolons, the leading one first.",
        "Fleire skil du med semikolon, den viktigaste først."
    );
    private static readonly Phrase ADate = new("Skriv en dato.", "Skriv en dato.", "Give a date.", "Skriv ein dato.");
    private static readonly Phrase FromTheList = new("Velg fra listen.", "Vælg fra listen.", "Choose from the list.", "Vel frå lista.");

    /// <summary>Columns that the template has. Moments are for files that other systems make.</summary>
    private static IReadOnlyList<ImportColumn> Columns { get; } = [.. ImportColumns.All.Where(column => column.Kind != ColumnKind.Moment)];

    public static string FileName(string municipality, string language) => $"{municipality}-{Cases.In(language).ToLowerInvariant()}.xlsx";

    /// <param name="day">The day whose lists are meant.</param>
    public static async Task<byte[]> OfAsync(Municipality municipality, LocalDate day, string language, CancellationToken cancel)
    {
        var read = municipality.Read(day);
        var choices = Columns
            .Select(column => (column, Texts: Choices(column, read, day, language)))
            .Where(choice => choice.Texts.Count > 0)
            .ToList();
        using var file = new MemoryStream();
        await using (var workbook = await Spreadsheet.CreateNewAsync(file, cancellationToken: cancel))
        {
            var heading = workbook.AddStyle(new() { Font = { Bold = true } });
            await workbook.StartWorksheetAsync(Cases.In(language), CasesSheet(language), cancel);
            await AddHeaderAsync(workbook, Columns, heading, language, cancel);
            for (var i = 0; i < Columns.Count; i++)
            {
                var place = choices.FindIndex(choice => choice.column == Columns[i]);
                if (Validation(Columns[i].Kind, place, place < 0 ? 0 : choices[place].Texts.Count, language) is { } validation)
                    workbook.AddDataValidation($"{Letters(i)}2:{Letters(i)}{LastRow}", validation);
            }
            var lists = new WorksheetOptions { FrozenRows = 1 };
            for (var i = 0; i < choices.Count; i++)
                lists.Column(i + 1).Width = WidthOf([choices[i].column.Label.In(language), .. choices[i].Texts]);
            await workbook.StartWorksheetAsync(Lists.In(language), lists, cancel);
            await AddHeaderAsync(workbook, choices.Select(choice => choice.column), heading, language, cancel);
            for (var row = 0; row < choices.Max(choice => choice.Texts.Count); row++)
                await workbook.AddRowAsync([.. choices.Select(choice => new Cell(choice.Texts.ElementAtOrDefault(row)))], cancel);
            await workbook.FinishAsync(cancel);
        }
        return file.ToArray();
    }

    private static WorksheetOptions CasesSheet(string language)
    {
        var day = new Style { Format = NumberFormat.Custom("yyyy-mm-dd") };
        // Else a spreadsheet makes a date of a number such as 1-2023.
        var text = new Style { Format = NumberFormat.Standard(StandardNumberFormat.Text) };
        var options = new WorksheetOptions { FrozenRows = 1, FrozenColumns = 1 };
        for (var i = 0; i < Columns.Count; i++)
        {
            options.Column(i + 1).DefaultStyle = Columns[i].Kind == ColumnKind.Day ? day : text;
            options.Column(i + 1).Width = WidthOf([Columns[i].Label.In(language)]);
        }
        return options;
    }

    private static ValueTask AddHeaderAsync(
        Spreadsheet workbook,
        IEnumerable<ImportColumn> columns,
        StyleId heading,
        string language,
        CancellationToken cancel
    ) => workbook.AddRowAsync([.. columns.Select(column => new StyledCell(column.Label.In(language), heading))], cancel);

    /// <param name="place">The column of the lists' sheet with what to choose from, from 0; negative without.</param>
    private static DataValidation? Validation(ColumnKind kind, int place, int count, string language)
    {
        if (kind == ColumnKind.Day)
        {
            var date = DataValidation.DateTimeGreaterThanOrEqualTo(new(1900, 1, 1));
            date.ErrorMessage = ADate.In(language);
            return date;
        }
        if (place < 0)
            return null;
        var choice = DataValidation.ListValuesFromCells(Lists.In(language), $"{Letters(place)}2:{Letters(place)}{count + 1}", true);
        choice.ErrorMessage = FromTheList.In(language);
        if (kind == ColumnKind.Codes)
        {
            choice.InputMessage = Several.In(language);
            choice.ShowErrorAlert = false;
        }
        return choice;
    }

    private static List<string> Choices(ImportColumn column, Municipality municipality, LocalDate day, string language) =>
        column.Kind == ColumnKind.Flag ? [Yes.In(language), No.In(language)]
        : column.List?.Invoke(municipality) is { } list
            ? [.. list.InForce(day, day).Select(code => Choice(list, code, column.Kind == ColumnKind.Codes, language))]
        : [];

    /// <summary>The code's label, where the import understands it; else the code.</summary>
    private static string Choice(CodeList list, string code, bool amongSeveral, string language)
    {
        var label = list.Label(code, language).Trim();
        return list.CalledSo(label) == code && !list.EverContained(label) && !(amongSeveral && label.Contains(';')) ? label : code;
    }

    private static double WidthOf(IEnumerable<string> texts) => Math.Min(60, texts.Max(text => text.Length) + 4);

    private static string Letters(int place) => SpreadsheetUtility.GetColumnName(place + 1);
}
