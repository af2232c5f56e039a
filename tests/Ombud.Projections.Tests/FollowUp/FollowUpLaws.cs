using FsCheck;
using JasperFx.Events;
using NodaTime;
using Ombud.Domain.Measures;
using Ombud.Integrity;
using Ombud.Projections.FollowUp;
using Ombud.Projections.Municipalities;
using Ombud.Projections.Tests.Engine;

namespace Ombud.Projections.Tests.FollowUp;

/// <summary>What holds of the follow-up after any history of reports, recommendations, measures, council and feedback.</summary>
public sealed class FollowUpLaws(OmbudDatabase database) : IClassFixture<OmbudDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task rows_as_of_a_moment_are_those_that_the_events_recorded_up_to_then_add_up_to() =>
        Law.HoldsAsync(
            Steps.Any(longest: 200),
            8,
            async steps =>
            {
                foreach (var office in (await FollowUpHistory.ToldAsync(database, steps)).Offices)
                {
                    var events = await office.EventsAsync();
                    var moments = FollowUpHistory.Moments(events, steps.Length);
                    foreach (var table in FollowUpHistory.Tables(database))
                    {
                        var rows = await table.AsOfAsync(office.Tenant, moments);
                        foreach (var moment in moments)
                            rows[moment]
                                .Order(StringComparer.Ordinal)
                                .ShouldBe(table.Folded(events, moment), $"{table.Table} of {office.Tenant} as of {moment}");
                        (await table.NowAsync(office.Tenant)).ShouldBe(table.Folded(events), $"{table.Table} of {office.Tenant} now");
                    }
                }
            }
        );

    [Fact]
    public Task a_rebuild_gives_the_same_rows_and_no_moment_has_two_of_one() =>
        Law.HoldsAsync(
            Steps.Any(longest: 120),
            3,
            async steps =>
            {
                await FollowUpHistory.ToldAsync(database, steps);
                foreach (var table in FollowUpHistory.Tables(database))
                {
                    var before = await table.EverythingAsync();
                    (await table.OverlapsAsync()).ShouldBe(0, table.Table);
                    await database.ReadModels.RebuildAsync(table.Table, null, Cancel);
                    (await table.EverythingAsync()).ShouldBe(before, table.Table);
                }
            }
        );

    [Fact]
    public Task every_change_of_a_status_is_in_the_history_of_its_measure() =>
        Law.HoldsAsync(
            Steps.Only(100, StepKind.Log, StepKind.Log, StepKind.Link, StepKind.Unlink, StepKind.Start),
            8,
            async steps =>
            {
                foreach (var office in (await FollowUpHistory.ToldAsync(database, steps)).Offices)
                {
                    var logged = (await office.EventsAsync())
                        .Where(e => e.Data is AdministrationFollowUpLogged { Status: not null })
                        .Select(e => (e.StreamId, e.RecordedAt()))
                        .ToHashSet();
                    foreach (var (measure, at) in await StatusChangesAsync(office.Tenant))
                        logged.ShouldContain((measure, at), $"{measure} of {office.Tenant} changed at {at}");
                }
            }
        );

    [Fact]
    public Task nothing_that_a_body_does_changes_a_recommendation() =>
        Law.HoldsAsync(
            Steps.Only(30, StepKind.Present, StepKind.Decide, StepKind.Ask, StepKind.Account),
            6,
            async steps =>
            {
                var history = await FollowUpHistory.ToldAsync(database, []);
                var tables = TableText.Of(database, OmbudStreams.Recommendation).ToList();
                var before = await Task.WhenAll(tables.Select(table => table.EverythingAsync()));
                await history.RecordAllAsync(steps);
                (await Task.WhenAll(tables.Select(table => table.EverythingAsync()))).ShouldBe(before);
            }
        );

    [Fact]
    public Task measures_are_counted_once_however_many_recommendations_they_answer() =>
        AtMomentsAsync(
            Steps.Only(30, StepKind.Link, StepKind.Unlink, StepKind.Issue, StepKind.Start),
            8,
            (followUp, events, moment, tenant) =>
            {
                var (measures, recommendations) = (
                    States.Of(OmbudStreams.Measure, events, moment).ToList(),
                    States.Of(OmbudStreams.Recommendation, events, moment).Select(each => each.Id).ToHashSet()
                );
                followUp.Counts.Measures.ShouldBe(measures.Count, $"{tenant} as of {moment}");
                followUp.Counts.Links.ShouldBe(measures.Sum(each => each.State.Recommendations.Count(recommendations.Contains)));
                followUp.Counts.Recommendations.ShouldBe(recommendations.Count);
                followUp
                    .Reports.SelectMany(report => report.Recommendations)
                    .Concat(followUp.InCases)
                    .Select(each => each.Id)
                    .ShouldBe(recommendations, ignoreOrder: true);
            }
        );

    [Fact]
    public async Task a_planned_meeting_was_held_only_where_the_presentation_of_its_day_is_on_record()
    {
        var seen = new HashSet<MeetingState>();
        // Few presentations are on the day of a plan: further rounds show one that was held.
        for (var round = 0; round < 8 && seen.Count < Enum.GetValues<MeetingState>().Length; round++)
            await AtMomentsAsync(
                Steps.Only(60, StepKind.Plan, StepKind.Move, StepKind.Cancel, StepKind.Present, StepKind.Publish),
                6,
                (followUp, events, moment, tenant) =>
                {
                    var reports = States.Of(OmbudStreams.Report, events, moment).ToList();
                    var presented = reports
                        .SelectMany(report =>
                            report.State.Presentations.Select(each => ($"{report.State.From}", each.Body, each.OccurredOn))
                        )
                        .Concat(
                            States
                                .Of(OmbudStreams.Feedback, events, moment)
                                .SelectMany(item => item.State.Presentations.Select(each => ($"{item.Id}", each.Body, each.OccurredOn)))
                        )
                        .ToHashSet();
                    var expected = States
                        .Of(OmbudStreams.Meeting, events, moment)
                        .Select(meeting =>
                        {
                            var plan = meeting.State.Plan;
                            var about =
                                plan.Feedback is { } feedback ? $"{feedback}"
                                : plan.Report is { } report ? $"{reports.Single(each => each.Id == report).State.From}"
                                : $"{plan.From}";
                            return (
                                meeting.Id,
                                presented.Contains((about, plan.Body, meeting.State.MeetingOn)) ? MeetingState.Held
                                : meeting.State.CancelledOn is not null ? MeetingState.Cancelled
                                : meeting.State.MeetingOn < followUp.On ? MeetingState.Passed
                                : MeetingState.Ahead
                            );
                        });
                    followUp
                        .Meetings.Select(each => (each.Id, each.State))
                        .ShouldBe(expected, ignoreOrder: true, $"{tenant} as of {moment}");
                    seen.UnionWith(followUp.Meetings.Select(each => each.State));
                    followUp
                        .DueNext.Where(due => due.Meeting is not null)
                        .Select(due => due.Meeting!.State)
                        .ShouldAllBe(state => state == MeetingState.Ahead || state == MeetingState.Passed);
                }
            );
        seen.ShouldBe(Enum.GetValues<MeetingState>(), ignoreOrder: true);
    }

    /// <summary>What holds for the follow-up of every office as of some moments of a history.</summary>
    private Task AtMomentsAsync(
        Arbitrary<Step[]> histories,
        int runs,
        Action<FollowUpReport, IReadOnlyList<IEvent>, Instant, string> law
    ) =>
        Law.HoldsAsync(
            histories,
            runs,
            async steps =>
            {
                var query = new FollowUpQuery(database.Tenants, new MunicipalityDirectory(database.Source, database.Store));
                foreach (var office in (await FollowUpHistory.ToldAsync(database, steps)).Offices)
                {
                    var events = await office.EventsAsync();
                    foreach (var moment in FollowUpHistory.Moments(events, steps.Length).Where((_, i) => i % 5 == 0))
                    {
                        var (followUp, _) = (await query.RunAsync(office.Tenant, moment, "nb", Cancel))!.Value;
                        law(followUp, events, moment, office.Tenant);
                    }
                }
            }
        );

    /// <summary>When the rows of measures say another status than before.</summary>
    private async Task<IReadOnlyList<(Guid Measure, Instant At)>> StatusChangesAsync(string tenant)
    {
        await using var command = database.Source.CreateCommand(
            """
            select stream_id, recorded_from from (
                select stream_id, recorded_from, status, lag(status) over (partition by stream_id order by recorded_from) as before
                    from ombud.measures where tenant_id = $1) changes
            where status is distinct from before
            """
        );
        command.Parameters.AddWithValue(tenant);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var changes = new List<(Guid, Instant)>();
        while (await reader.ReadAsync(Cancel))
            changes.Add((reader.GetGuid(0), reader.GetFieldValue<Instant>(1)));
        return changes;
    }
}
