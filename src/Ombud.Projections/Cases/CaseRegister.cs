using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Projections.Engine;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Cases;

/// <summary>One row for each inquiry.</summary>
public static class CaseRegister
{
    /// <summary>SQL, true for an inquiry that reports count: neither voided nor merged into another.</summary>
    public const string Counted = "status not in ('voided', 'merged')";

    /// <summary>SQL, true for an inquiry that was not voided: its number is taken, and its codes are in use.</summary>
    public const string NotVoided = "status <> 'voided'";

    // The index includes what the usual tables count, a third of the row's size, so that they need not read the rows.
    private static readonly string Included = string.Join(
        ", ",
        StandardTables
            .All.SelectMany(table => table.Counts.Dimensions)
            .Select(dimension => dimension.Column)
            .OfType<string>()
            .Distinct()
            .Prepend("status")
            .Prepend("is_case")
    );

    /// <summary>SQL, true for the inquiries of a period that were known at a moment and are counted.</summary>
    internal static string ReceivedIn(Instant? asOf, string from = "@from", string cutOff = "@cutOff") =>
        $"tenant_id = @tenant and received_on between {from} and {cutOff} and {Known.AsOf(asOf)} and {Counted}";

    private static ComputedColumn NumberLength { get; } = new("number_length", "integer", "length(number)");

    public static ReadModel<Case, CaseRow> Model { get; } =
        new(
            "case_register",
            state => [CaseRow.Of(state)],
            _ => "",
            [
                new(
                    "number",
                    $"(tenant_id, number) where recorded_to = 'infinity' and {NotVoided}",
                    Unique: true,
                    CaseRefusals.NumberTaken
                ),
                // The greatest number of a series: see NextCaseNumber.
                new(
                    "numbered",
                    $"(tenant_id, {NumberLength.Name}, number text_pattern_ops) where recorded_to = 'infinity' and number is not null"
                ),
                new("received", $"(tenant_id, received_on, stream_id) include ({Included}) where recorded_to = 'infinity'"),
                // As of a past moment: the cost grows with the rows of the period, not with all of history.
                new("received_history", $"(tenant_id, received_on, stream_id, recorded_from) include (recorded_to, {Included})"),
                // What changed between two moments.
                new("changed", $"(tenant_id, {Known.Length.Name}, recorded_from) include (recorded_to, stream_id, received_on)"),
            ],
            [Known.Length, NumberLength]
        );
}
