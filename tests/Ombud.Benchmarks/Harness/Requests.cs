using NodaTime;
using Npgsql;
using Ombud.Domain.Cases;
using Ombud.Domain.Deadlines;
using Ombud.Projections.Deadlines;
using Ombud.Projections.Engine;

namespace Ombud.Benchmarks.Harness;

/// <summary>
/// Made-up response requests, the same ones in every run. Their rows go straight into the table, as the events of ten years would
/// have left them: millions of events would take the better part of an hour.
/// </summary>
internal sealed class Requests(int seed)
{
    /// <summary>The day on which the last of it was recorded.</summary>
    public static readonly LocalDate Today = new(2026, 11, 2);
    public const int Years = 10;
    private static readonly string[] Units = [.. Enumerable.Range(1, 12).Select(n => $"unit_{n:00}")];
    private static readonly (string Rule, DeadlineKind Kind, int Days)[] Rules =
    [
        ("NO.fvl.11a.preliminary-reply", DeadlineKind.Statutory, 30),
        ("ombud.request", DeadlineKind.OmbudSet, 21),
        ("drammen.reply", DeadlineKind.LocalTarget, 60),
    ];

    private readonly Random _random = new(seed);

    /// <summary>Fills the table with the same number of requests for each municipality, in turns, and builds its indexes.</summary>
    public static async Task FillAsync(Office office, int past, int open, params IReadOnlyList<string> tenants)
    {
        var model = ResponseDeadlines.Model;
        await office.ExecuteAsync($"drop table ombud.{model.Table}; {model.CreateTable(model.Table)}");
        await using (var connection = await office.Database.OpenConnectionAsync())
        {
            await using var copy = await RowCopy.BeginAsync(connection, model.Table, model.Shape, default);
            var offices = tenants.Select((tenant, n) => (Tenant: tenant, Requests: new Requests(n))).ToList();
            for (var number = 0; number < past + open; number++)
                foreach (var (tenant, requests) in offices)
                    await WriteAsync(copy, model, tenant, number, number < past ? requests.Past(number, past) : requests.Open());
            await copy.CompleteAsync(default);
        }
        foreach (var index in model.CreateIndexes(model.Table, "benchmark"))
            await office.ExecuteAsync(index);
    }

    private static async Task WriteAsync(
        RowCopy copy,
        ReadModel<Case> model,
        string tenant,
        int number,
        List<(Instant At, ResponseRequest Request)> versions
    )
    {
        var stream = new Guid(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);
        for (var i = 0; i < versions.Count; i++)
        {
            var (at, request) = versions[i];
            var state = new Case
            {
                Number = $"N-{number}",
                ReceivedOn = request.RequestedOn,
                OpenPeriods = [new(request.RequestedOn)],
                ResponseRequests = [request],
            };
            await copy.WriteAsync(
                tenant,
                stream,
                new(model.Rows(state)[0], at, i + 1 < versions.Count ? versions[i + 1].At : null),
                default
            );
        }
    }

    /// <summary>One that was answered, most in time, some after up to two years; a few were waived.</summary>
    private List<(Instant At, ResponseRequest Request)> Past(int number, int of)
    {
        var rule = Rules[_random.Next(Rules.Length)];
        var most = _random.NextDouble() switch
        {
            < 0.5 => rule.Days,
            < 0.75 => rule.Days + 60,
            _ => rule.Days + 700,
        };
        var over = Today.PlusDays(-1 - (int)((long)(of - 1 - number) * 365 * Years / of));
        var requested = over.PlusDays(-_random.Next(1, most));
        var versions = Waiting(rule, requested, requested.PlusDays(rule.Days), over);
        var last = versions[^1].Request;
        if (last.Deadline!.Paused)
            last = last with { Deadline = last.Deadline.Resumed(over) };
        versions.Add((Moment(over, 15), Chance(0.03) ? last with { WaivedOn = over } : last with { RespondedOn = over }));
        return versions;
    }

    /// <summary>One that waits: its last day was up to 200 days ago, or comes within 60.</summary>
    private List<(Instant At, ResponseRequest Request)> Open()
    {
        var rule = Rules[_random.Next(Rules.Length)];
        var due = Today.PlusDays(_random.Next(-200, 60));
        return Waiting(rule, LocalDate.Min(due.PlusDays(-rule.Days), Today.PlusDays(-_random.Next(1, 10))), due, Today);
    }

    /// <param name="until">What came on this day or later has not been recorded.</param>
    private List<(Instant At, ResponseRequest Request)> Waiting(
        (string Rule, DeadlineKind Kind, int Days) rule,
        LocalDate requested,
        LocalDate due,
        LocalDate until
    )
    {
        var request = new ResponseRequest(Id(), Units[_random.Next(Units.Length)], requested)
        {
            Deadline = Deadline.Of(
                new(
                    rule.Rule,
                    1,
                    rule.Kind,
                    requested,
                    rule.Kind == DeadlineKind.OmbudSet ? null : $"P{rule.Days}D",
                    requested,
                    due,
                    due,
                    Moment(due.PlusDays(1), 0)
                )
            ),
        };
        var versions = new List<(Instant, ResponseRequest)> { (Moment(requested, 9), request) };
        var changed = requested.PlusDays(_random.Next(1, rule.Days));
        if (changed < until && Chance(0.04))
            Then(changed, 10, deadline => deadline with { Pauses = [new(changed, null, PauseReason.AwaitingOtherBody)] });
        else if (changed < until && Chance(0.05))
            Then(
                changed,
                11,
                deadline =>
                    (deadline with { ExtendedDays = 14 }).Communicated(due.PlusDays(14), due.PlusDays(14), Moment(due.PlusDays(15), 0))
            );
        if (request.Deadline is { Paused: false } && request.Deadline.LateAfter.PlusDays(1) < until)
            Then(request.Deadline.LateAfter.PlusDays(1), 1, deadline => deadline with { OverdueRecordedFor = deadline.LateAfter });
        return versions;

        void Then(LocalDate on, int hour, Func<Deadline, Deadline> change) =>
            versions.Add((Moment(on, hour), request = request with { Deadline = change(request.Deadline!) }));
    }

    private Instant Moment(LocalDate day, int hour) =>
        day.AtMidnight().InUtc().ToInstant() + Duration.FromSeconds((hour * 3600) + _random.Next(3600));

    private Guid Id()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new(bytes);
    }

    private bool Chance(double chance) => _random.NextDouble() < chance;
}
