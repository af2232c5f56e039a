using System.Globalization;
using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Flow;

/// <summary>
/// One row for each period in which a case was open. Inquiries that are not cases, and voided ones, have none; so what is open
/// at the start, what comes in and what goes out always add up to what is open at the end.
/// </summary>
public static class CaseFlow
{
    /// <summary>The condition of an index is that of the queries, word for word.</summary>
    internal const string Open = "closed_on is null";

    internal const string Closed = "closed_on is not null";

    // How long the case was open, in classes: of the cases open for less than some days only those that were opened within so many days
    // before a reporting period reach into it. So a year is counted without reading all the years before.
    private static readonly ComputedColumn OpenLength = new(
        "open_length",
        "integer",
        "width_bucket(closed_on - opened_on, '{16,64,256,1024}'::int[])"
    );

    public static ReadModel<Case> Model { get; } =
        new ReadModel<Case, OpenPeriodRow>(
            "case_flow",
            Rows,
            row => row.Ordinal.ToString(CultureInfo.InvariantCulture),
            [
                new("open", $"(tenant_id, opened_on) include (stream_id, received_on, ordinal) where recorded_to = 'infinity' and {Open}"),
                // As of a past moment, and what changed between two.
                new(
                    "open_history",
                    $"(tenant_id, {Known.Length.Name}, recorded_from) "
                        + $"include (recorded_to, stream_id, opened_on, received_on, ordinal) where {Open}"
                ),
                // A closed period mostly stays as it is, so that one index serves now and any past moment.
                new(
                    "closed",
                    $"(tenant_id, {OpenLength.Name}, opened_on) "
                        + $"include (closed_on, recorded_from, recorded_to, received_on, ordinal, outcome, net_days, stream_id) where {Closed}"
                ),
                new(
                    "closed_changed",
                    $"(tenant_id, {Known.Length.Name}, recorded_from) include (recorded_to, stream_id, opened_on, closed_on) where {Closed}"
                ),
            ],
            [Known.Length, OpenLength]
        );

    /// <summary>The open periods known at a moment that reach into the period from <c>@from</c> to <c>@cutOff</c>.</summary>
    internal static string Reaching(Instant? asOf) =>
        $"""
            select opened_on, null::date as closed_on, received_on, ordinal, null as outcome, null::int as net_days, stream_id
            from {Known.ByLength("ombud.case_flow", asOf)}
            where tenant_id = @tenant and {Known.AsOf(asOf)} and {Open} and opened_on <= @cutOff
            union all
            select opened_on, closed_on, received_on, ordinal, outcome, net_days, stream_id
            from (values (0, @from - 16), (1, @from - 64), (2, @from - 256), (3, @from - 1024), (4, '-infinity')) as lengths (length, since)
            join ombud.case_flow on {OpenLength.Name} = lengths.length and opened_on > lengths.since
            where tenant_id = @tenant and {Known.AsOf(asOf)} and {Closed} and closed_on >= @from and opened_on <= @cutOff
            """;

    public static IEnumerable<OpenPeriodRow> Rows(Case state) =>
        state is { IsCase: true, Counted: true }
            ? state.OpenPeriods.Select(
                (period, ordinal) =>
                    new OpenPeriodRow(
                        ordinal,
                        state.ReceivedOn,
                        period.OpenedOn,
                        period.ClosedOn,
                        period.Outcome,
                        ProcessingTime.Net(state, ordinal)
                    )
            )
            : [];
}
