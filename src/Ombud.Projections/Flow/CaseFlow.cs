using System.Globalization;
using Ombud.Domain.Cases;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Flow;

/// <summary>
/// One row for each stretch in which a case was open. Inquiries that are not cases, and voided ones, have none; so what is open
/// at the start, what comes in and what goes out always add up to what is open at the end.
/// </summary>
public static class CaseFlow
{
    public static ReadModel<Case> Model { get; } = new ReadModel<Case, SpellRow>("case_flow", Rows, row => row.Ordinal.ToString(CultureInfo.InvariantCulture),
    [
        new("opened", "(tenant_id, opened_on) where recorded_to = 'infinity'"),
        new("opened_history", "(tenant_id, opened_on, recorded_from)"),
    ]);

    public static IEnumerable<SpellRow> Rows(Case state) =>
        state is { IsCase: true, Voided: false }
            ? state.Spells.Select((spell, ordinal) => new SpellRow(ordinal, state.ReceivedOn, spell.OpenedOn, spell.ClosedOn, spell.Outcome))
            : [];
}
