using Npgsql;
using Ombud.Benchmarks.Harness;
using Ombud.Domain.Cases;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Projections.Cases;
using Ombud.Projections.Engine;

namespace Ombud.Benchmarks.Measurements;

/// <summary>
/// A command on a case that is there: load, decide, append one event, end a row and begin another. By hand two round trips
/// too.
/// </summary>
internal static class ContinuingCases
{
    private const int CasesPerWriter = 1000;
    private static readonly string[] Areas = ["health", "transport"];

    public static async IAsyncEnumerable<Result> RunAsync(Bench bench)
    {
        var office = await ReceivingCases.OfficeAsync(bench);
        foreach (var writers in new[] { 1, 8 })
        {
            var ours = await CasesAsync(office, Office.Tenant, writers, seed: writers);
            var theirs = await CasesAsync(office, Office.Neighbour, writers, seed: -writers);
            var bare = await Task.WhenAll(Enumerable.Range(0, writers).Select(async _ => await BareContinuation.OpenAsync(office)));
            await office.ExecuteAsync("vacuum (analyze)");
            var (a, b) = await Interleaved.RunAsync(
                7,
                Interleaved.Rate(
                    writers,
                    TimeSpan.FromSeconds(1),
                    (writer, turn) => CategorizeAsync(office, Pick(ours, writer, turn), turn)
                ),
                Interleaved.Rate(writers, TimeSpan.FromSeconds(1), (writer, turn) => bare[writer].RunAsync(Pick(theirs, writer, turn)))
            );
            foreach (var each in bare)
                await each.DisposeAsync();
            yield return new Result($"continue a case, {writers} writer{(writers > 1 ? "s" : "")}", "commands/s", a, b).RatioAtLeast(0.7);
        }
    }

    private static async Task CategorizeAsync(Office office, Guid id, int turn)
    {
        var command = new CategorizeCase(Areas[turn / CasesPerWriter % 2], ["guidance_application"], ["health_services"]);
        if (
            await office.Handler.HandleAsync(office.Caller, id, command, null, default)
            is not Outcome<Case>.Recorded { RecordedAt: not null }
        )
            throw new InvalidOperationException("The case was not categorized.");
    }

    private static Guid Pick(List<Guid> cases, int writer, int turn) => cases[(writer * CasesPerWriter) + (turn % CasesPerWriter)];

    private static async Task<List<Guid>> CasesAsync(Office office, string tenant, int writers, int seed)
    {
        var at = (await office.History.ReadClockAsync(tenant, default)).Now;
        var streams = Enumerable
            .Range(0, writers * CasesPerWriter)
            .Select(_ => new StreamImport(
                Guid.CreateVersion7(),
                0,
                [
                    new(new CaseReceived(new(2023, 6, 13), $"C-{seed}-{Guid.NewGuid()}", null, "email", "self"), at, "{}"),
                    new(new CaseAssessed(new(2023, 6, 13), true, true), at, "{}"),
                ]
            ))
            .ToList();
        await office.Writer.WriteAsync(
            new(
                tenant,
                "case",
                streams,
                "benchmark",
                async (connection, _, cancel) =>
                {
                    foreach (var model in OmbudStreams.Case.ReadModels)
                    {
                        await using var copy = await RowCopy.BeginAsync(connection, model.Table, model.Shape, cancel);
                        foreach (var stream in streams)
                        foreach (var row in model.Rows(OmbudStreams.Case.Fold(stream.Events.Select(e => e.Data))!))
                            await copy.WriteAsync(tenant, stream.Id, new(row, at, null), cancel);
                        await copy.CompleteAsync(cancel);
                    }
                }
            ),
            default
        );
        return [.. streams.Select(stream => stream.Id)];
    }
}
