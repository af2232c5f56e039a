using NodaTime;
using Ombud.Domain.Measures;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Benchmarks.Harness;

/// <summary>
/// Twenty annual reports of one municipality, the same in every run: ten recommendations in each, three measures for each of those with a
/// few log entries over the two years that follow, the administration's answers, and what the council said and asked for.
/// </summary>
internal sealed class AnnualReports(int municipality)
{
    public const int Years = 20;
    public const int Recommendations = 10;
    public const int Measures = 3;

    /// <summary>The day after the last that was recorded.</summary>
    public static readonly LocalDate Today = new(2026, 11, 1);
    private const string Headers = """{"import":{"file":"benchmark","line":1}}""";
    private readonly Random _random = new(municipality);
    private readonly List<StreamPlan<Report>> _reports = [];
    private readonly List<StreamPlan<Recommendation>> _recommendations = [];
    private readonly List<StreamPlan<Measure>> _measures = [];

    /// <summary>As many municipalities as both countries have, the first of them the one that is measured.</summary>
    public static async Task FillAsync(Office office, int municipalities)
    {
        for (var n = 0; n < municipalities; n++)
        {
            var tenant = n == 0 ? Office.Tenant : $"municipality_{n:000}";
            if (n > 0)
                await office.Municipalities.ConfigureAsync(new(tenant, Office.Configuration), "benchmark", default);
            await new AnnualReports(n).ImportAsync(office.Writer, tenant);
        }
    }

    private async Task ImportAsync(BulkWriter writer, string tenant)
    {
        for (var year = Today.Year - Years; year < Today.Year; year++)
            Report(year);
        await writer.WriteAsync(new RowImport<Report>(OmbudStreams.Report).Batch(tenant, "benchmark", _reports), default);
        await writer.WriteAsync(
            new RowImport<Recommendation>(OmbudStreams.Recommendation).Batch(tenant, "benchmark", _recommendations),
            default
        );
        await writer.WriteAsync(new RowImport<Measure>(OmbudStreams.Measure).Batch(tenant, "benchmark", _measures), default);
    }

    private void Report(int year)
    {
        var (id, published, council) = (Id(), new LocalDate(year + 1, 2, 1), new LocalDate(year + 1, 4, 15));
        var request = Id();
        _reports.Add(
            Plan<Report>(
                id,
                new ReportRegistered(published, ReportKind.Annual, new(year, 1, 1), new(year, 12, 31), $"Årsmelding {year}"),
                new ReportPresented(council, "council", Handling.Decision, null),
                new CouncilDecided(
                    council,
                    "council",
                    Chance(0.5) ? CouncilPosition.Endorsed : CouncilPosition.TakenNoteOf,
                    "Tas til etterretning",
                    []
                ),
                new CouncilRequestMade(council, request, "council", "En redegjørelse for oppfølgingen", null),
                new CouncilRequestAnswered(council.PlusDays(200), request, "Redegjørelse fremlagt")
            )
        );
        for (var number = 1; number <= Recommendations; number++)
            Recommendation(id, $"{number}", published);
    }

    private void Recommendation(Guid report, string number, LocalDate issued)
    {
        var (id, answered) = (Id(), issued.PlusDays(_random.Next(60, 200)));
        List<object> events =
        [
            new RecommendationIssued(
                issued,
                report,
                number,
                "Kommunen bør besvare henvendelser innen fristen og gi foreløpig svar når det ikke lar seg gjøre.",
                [],
                []
            ),
            new AdministrationResponded(
                answered,
                Id(),
                $"Til {number}.",
                "Svar",
                [id],
                AdministrationPosition.Accepted,
                "Kommunen følger anbefalingen og har satt i gang tiltak."
            ),
        ];
        if (Chance(0.8))
            events.AddRange([
                new RecommendationAssessed(answered.PlusDays(500), OmbudAssessment.Satisfied, "Fulgt opp"),
                new RecommendationClosed(answered.PlusDays(510), Closure.ClosedImplemented, null, null),
            ]);
        _recommendations.Add(Plan<Recommendation>(id, [.. events]));
        for (var n = 0; n < Measures; n++)
            Measure(id, answered);
    }

    /// <summary>Planned, under way, every third late by half a year, and done.</summary>
    private void Measure(Guid recommendation, LocalDate on)
    {
        List<object> events =
        [
            Log(on, MeasureStatus.Planned, Window(on.PlusDays(180)), [recommendation]),
            Log(on.PlusDays(_random.Next(20, 90)), MeasureStatus.InProgress),
        ];
        if (Chance(0.33))
            events.AddRange([
                Log(on.PlusDays(170), MeasureStatus.Postponed, reasons: [DelayReason.Capacity]),
                Log(on.PlusDays(200), MeasureStatus.Rescheduled, Window(on.PlusDays(400))),
            ]);
        if (Chance(0.9))
            events.Add(Log(on.PlusDays(_random.Next(300, 700)), MeasureStatus.Completed));
        _measures.Add(Plan<Measure>(Id(), [.. events]));
    }

    private static AdministrationFollowUpLogged Log(
        LocalDate on,
        MeasureStatus status,
        Window? window = null,
        IReadOnlyList<Guid>? answers = null,
        IReadOnlyList<DelayReason>? reasons = null
    ) =>
        new(
            on,
            answers is null ? null : "Kurs i saksbehandling for alle nyansatte",
            null,
            status,
            window,
            reasons ?? [],
            null,
            null,
            status == MeasureStatus.Completed ? on : null,
            null,
            "Meldt av kommunedirektøren",
            answers
        );

    private static Window Window(LocalDate around) => new(around.PlusDays(-30), around.PlusDays(30), WindowPrecision.Day, null);

    /// <summary>Each event is recorded on the day it bears, as far as that has come.</summary>
    private StreamPlan<TState> Plan<TState>(Guid id, params IReadOnlyList<object> events)
        where TState : class =>
        new(
            id,
            null,
            0,
            [
                .. events
                    .Where(e => ((Domain.IOccurred)e).OccurredOn < Today)
                    .Select(
                        (e, i) =>
                            new ImportEvent(
                                e,
                                ((Domain.IOccurred)e).OccurredOn.AtMidnight().InUtc().ToInstant()
                                    + Duration.FromSeconds(36_000 + (municipality * 10) + i),
                                Headers
                            )
                    ),
            ]
        );

    private bool Chance(double chance) => _random.NextDouble() < chance;

    private Guid Id()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new(bytes);
    }
}
