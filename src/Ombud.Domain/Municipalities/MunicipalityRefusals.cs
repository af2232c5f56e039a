namespace Ombud.Domain.Municipalities;

/// <summary>Every rule about municipalities that can refuse a request.</summary>
public static class MunicipalityRefusals
{
    public static readonly Refusal NotConfigured = new(
        "municipality-not-configured",
        "There is no such municipality here.",
        "Name one that is configured, or configure it first: ./ombud configure FILE."
    );

    public static readonly Refusal ListContradictsDays = new(
        "list-contradicts-recorded-days",
        "A code would not be in force on days on which it was given.",
        "Add what replaces it first, give those cases the new code, and then end the old one; or let it be in force on their days."
    );

    public static IReadOnlyList<Refusal> All { get; } = [NotConfigured, ListContradictsDays];
}
