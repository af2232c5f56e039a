using NodaTime.Text;
using Ombud.Api.Pages;
using Ombud.Api.Tables;
using Ombud.Domain;
using Ombud.Integrity.Json;
using Ombud.Projections.Statistics;

namespace Ombud.Api.Reports.Documents;

/// <summary>What a report is of, by what it can be told from any other, and what its figures mean; every form says these.</summary>
internal static class ReportFacts
{
    public static string Period(ReportPeriod period, TextFormat format) =>
        format.Text(ReportWords.Named(period.Label, format.Day(period.From), format.Day(period.To)));

    public static string Days(ReportPeriod period, TextFormat format) => $"{format.Day(period.From)} – {format.Day(period.To)}";

    public static IEnumerable<(Phrase Name, string Value)> Cover(StatisticsReport report, TextFormat format) =>
        [
            // A period without a name is called by its days.
            .. report.Period.Label.Contains('–', StringComparison.Ordinal)
                ? Array.Empty<(Phrase, string)>()
                : [(ReportWords.Period, Days(report.Period, format))],
            (ReportWords.CutOff, format.Day(report.Period.CutOff)),
            (ReportWords.AsOf, AsOf(report, format)),
            (ReportWords.Language, PageWords.Languages.First(language => language.Code == format.Language).Name),
            (
                ReportWords.Hiding,
                format.Text(report.Disclosure is { } policy ? ReportTexts.HidingPolicy(policy.MinimumCell) : ReportTexts.AllShown)
            ),
        ];

    /// <returns>The last of each is true for what machines read.</returns>
    public static IEnumerable<(Phrase Name, string Value, bool Code)> Provenance(ReportView view, TextFormat format) =>
        [
            (ReportWords.Municipality, $"{view.Report.Municipality.Name} ({view.Report.Municipality.Code})", false),
            (ReportWords.AsOf, AsOf(view.Report, format), false),
            (ReportWords.Digest, view.Report.Digest ?? Numbers.Nothing, true),
            .. view.DocumentDigest is { } whole ? [(TextWords.DigestOfAll, whole, true)] : Array.Empty<(Phrase, string, bool)>(),
            (ReportWords.Address, view.Source ?? Counting(view.Report), true),
        ];

    public static IEnumerable<string> Definitions(StatisticsReport report, TextFormat format) =>
        [
            Meaning(format, ReportWords.Inquiries, ReportTexts.Inquiry),
            Meaning(format, ReportWords.Cases, ReportTexts.Case),
            Meaning(format, ReportWords.Matters, ReportTexts.Matter),
            .. report.People is { } people
                ?
                [
                    $"{Meaning(format, ReportWords.People, ReportTexts.Person)} "
                        + format.Text(ReportTexts.OfUnknown(Numbers.Count(people.UnknownInquiries, format.Language))),
                ]
                : Array.Empty<string>(),
            format.Text(ReportTexts.Rounded),
            format.Text(ReportTexts.Signs),
            .. report.Notes.Select(note => $"{format.Day(note.On)}: {note.Text}"),
            .. Hidden(report.Disclosure).Select(format.Text),
        ];

    private static string Meaning(TextFormat format, Phrase name, Phrase text) => $"{format.Text(name)}: {format.Text(text)}";

    private static string AsOf(StatisticsReport report, TextFormat format) => $"{format.Moment(report.AsOf)} ({format.Zone.Id})";

    private static string Counting(StatisticsReport report) =>
        "/v1/reports/statistics"
        + QueryString.Create(
            (KeyValuePair<string, string?>[])
                [
                    new("from", LocalDatePattern.Iso.Format(report.Period.From)),
                    new("to", LocalDatePattern.Iso.Format(report.Period.To)),
                    new("cutOff", LocalDatePattern.Iso.Format(report.Period.CutOff)),
                    new("asOf", InstantConverter.Format(report.AsOf)),
                    new("minimumCell", $"{report.Disclosure?.MinimumCell ?? 0}"),
                    new("language", report.Language),
                ]
        );

    private static IEnumerable<Phrase> Hidden(Disclosure? policy)
    {
        if (policy is null)
        {
            yield return ReportTexts.AllShown;
            yield break;
        }
        yield return ReportTexts.HidingPolicy(policy.MinimumCell);
        yield return ReportTexts.Hidden(policy.MinimumCell, policy.Hidden.Count);
        if (policy.MergedAreas is { } merged)
            yield return ReportTexts.Merged(merged.Count);
    }
}
