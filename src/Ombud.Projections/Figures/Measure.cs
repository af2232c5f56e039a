using Ombud.Domain;

namespace Ombud.Projections.Figures;

/// <summary>A length of time, in calendar days, that each of some things has. A table of it tells how its rows spread.</summary>
/// <param name="Name">As at the end of <c>closings.byUnit.processingTime</c>.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Sql">An expression over a thing's row (<c>x</c>).</param>
public sealed record Measure(string Name, Phrase Label, string Sql)
{
    public static readonly Measure ProcessingTime = new(
        "processingTime",
        new("Fra mottak til avslutning", "Fra modtagelse til afslutning", "From receipt to closing", "Frå mottak til avslutning"),
        "x.closed_on - x.received_on"
    );

    public static readonly Measure NetProcessingTime = new(
        "netProcessingTime",
        new("Tid åpen, uten pauser", "Tid åben, uden pauser", "Time open, without pauses", "Tid open, utan pausar"),
        "x.net_days"
    );

    public static readonly Measure OpenTime = new(
        "openTime",
        new("Siden mottak", "Siden modtagelse", "Since receipt", "Sidan mottak"),
        "x.age"
    );

    public static readonly Measure ResponseTime = new(
        "responseTime",
        new("Til kommunen svarte", "Til forvaltningen svarede", "Until the administration responded"),
        "x.responded_on - coalesce(x.starts_on, x.requested_on)"
    );

    /// <summary>Lengths are counted as codes are.</summary>
    internal Dimension Days { get; } = new($"days of {Name}", Label, _ => $"({Sql})::text", _ => []);
}
