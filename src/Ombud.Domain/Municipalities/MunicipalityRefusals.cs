namespace Ombud.Domain.Municipalities;

/// <summary>Every rule about municipalities that can refuse a request.</summary>
public static class MunicipalityRefusals
{
    public static readonly Refusal NotConfigured = new(
        "municipality-not-configured",
        "There is no such municipality here.",
        "Name one that is configured, or configure it first: ./ombud configure FILE."
    );

    public static IReadOnlyList<Refusal> All { get; } = [NotConfigured];
}
