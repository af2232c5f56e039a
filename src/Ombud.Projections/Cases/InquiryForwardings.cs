using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Cases;

/// <summary>One row for each time that an inquiry was passed on.</summary>
public static class InquiryForwardings
{
    public static ReadModel<Case, ForwardingRow> Model { get; } =
        new("inquiry_forwardings", Rows, row => $"{row.Place}", [new("history", "(tenant_id, recorded_from)")]);

    private static IEnumerable<ForwardingRow> Rows(Case state) =>
        state.Voided ? [] : state.Forwardings.Select((each, i) => new ForwardingRow(i, each.Recipient, each.ForwardedOn));
}

/// <param name="Place">Counted from 0.</param>
public sealed record ForwardingRow(int Place, string Recipient, LocalDate ForwardedOn);
