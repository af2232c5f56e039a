using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Cases;

/// <summary>
/// One row for each inquiry that reports count and that was told of a person. It stands apart from the register, whose lines change only
/// with what they show.
/// </summary>
public static class CasePeople
{
    public static ReadModel<Case, CasePersonRow> Model { get; } =
        new(
            "case_people",
            state => state is { Counted: true, FirstPerson: { } person } ? [new(state.ReceivedOn, person)] : [],
            _ => "",
            [
                new("received", "(tenant_id, received_on) include (person) where recorded_to = 'infinity'"),
                new("received_history", "(tenant_id, received_on, recorded_from) include (recorded_to, person)"),
                // What changed between two moments.
                new("changed", $"(tenant_id, {Known.Length.Name}, recorded_from) include (recorded_to, stream_id, received_on)"),
            ],
            [Known.Length]
        );

    /// <summary>SQL: how many people the inquiries of a period are of, and how many inquiries are of them.</summary>
    internal static string Counts(string from, string cutOff, Instant? asOf) =>
        $"""
            select count(distinct person)::int as count, count(*)::int as inquiries from ombud.case_people
            where tenant_id = @tenant and received_on between {from} and {cutOff} and {Known.AsOf(asOf)}
            """;
}

/// <param name="Person">Whom it was about first.</param>
public sealed record CasePersonRow(LocalDate ReceivedOn, Guid Person);
