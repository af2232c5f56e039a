using Ombud.Benchmarks.Harness;
using Ombud.Domain.Cases;
using Ombud.Projections.Cases;
using Ombud.Projections.Engine;
using Ombud.Projections.Flow;

namespace Ombud.Benchmarks.Measurements;

/// <summary>A command that begins a stream: three events and two rows. By hand it takes one round trip.</summary>
internal static class ReceivingCases
{
    internal static readonly ReceiveCase Command = new(
        null,
        new(2023, 6, 13),
        null,
        "email",
        "self",
        true,
        true,
        "health",
        ["guidance_application", "late_or_no_reply"],
        ["health_services"]
    );

    /// <summary>Two municipalities with some years behind them: an empty table's plans and indexes would flatter both sides.</summary>
    public static Task<Office> OfficeAsync(Bench bench) =>
        bench.OfficeAsync(
            "commands",
            async office =>
            {
                await Histories.ImportAsync(office, Office.Tenant, 20_000, seed: 4);
                await Histories.ImportAsync(office, Office.Neighbour, 20_000, seed: 5);
            }
        );

    public static async IAsyncEnumerable<Result> RunAsync(Bench bench)
    {
        var office = await OfficeAsync(bench);
        foreach (var writers in new[] { 1, 8 })
        {
            var bare = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => BareAsync(office)));
            var (ours, hand) = await Interleaved.RunAsync(
                7,
                Interleaved.Rate(writers, TimeSpan.FromSeconds(1), (_, _) => ReceiveAsync(office)),
                Interleaved.Rate(writers, TimeSpan.FromSeconds(1), (writer, _) => bare[writer].RunAsync(Guid.CreateVersion7(), 0, Number()))
            );
            foreach (var each in bare)
                await each.DisposeAsync();
            yield return new Result($"receive a case, {writers} writer{(writers > 1 ? "s" : "")}", "commands/s", ours, hand).RatioAtLeast(
                0.7
            );
        }
    }

    private static async Task ReceiveAsync(Office office)
    {
        if (
            await office.Handler.HandleAsync(office.Caller, Guid.CreateVersion7(), Command with { Number = Number() }, null, default)
            is not Outcome<Case>.Recorded
        )
            throw new InvalidOperationException("The case was not received.");
    }

    internal static async Task<BareWrite> BareAsync(Office office)
    {
        object[] events =
        [
            new CaseReceived(Command.ReceivedOn!.Value, Number(), null, Command.Channel, Command.ReferralSource),
            new CaseAssessed(Command.ReceivedOn.Value, true, true),
            new CaseCategorized(Command.ReceivedOn.Value, Command.ServiceArea, Command.Matters!, Command.Units!),
        ];
        var state = events.Aggregate((Case?)null, Case.Evolve)!;
        var write = new BareWrite(await office.Database.OpenConnectionAsync(), office.Marten, Office.Neighbour);
        return await write
            .Sql("begin")
            .Sql(
                "insert into ombud.mt_streams (tenant_id, id, version, timestamp, created, type) values ($1, $2, $3 + 3, $4, $4, 'case')",
                write.Tenant(),
                write.Stream(),
                write.Version(),
                write.Moment()
            )
            .Events(events)
            .Rows(CaseRegister.Model, state)
            .Rows(CaseFlow.Model, state)
            .Sql("commit")
            .PreparedAsync();
    }

    internal static string Number() => Guid.NewGuid().ToString();
}
