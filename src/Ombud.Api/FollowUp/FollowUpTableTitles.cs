using Ombud.Domain;

namespace Ombud.Api.FollowUp;

/// <summary>What the tables of the follow-up are called.</summary>
internal static class FollowUpTableTitles
{
    public static readonly Phrase Reports = new("Rapporter", "Beretninger", "Reports", "Rapportar");
    public static readonly Phrase Recommendations = new("Anbefalinger", "Anbefalinger", "Recommendations", "Tilrådingar");
    public static readonly Phrase Answers = new("Svar", "Svar", "Answers");
    public static readonly Phrase Measures = new("Tiltak", "Tiltag", "Measures");
    public static readonly Phrase Links = new(
        "Hva tiltakene svarer på",
        "Hvad tiltagene svarer på",
        "What the measures answer",
        "Kva tiltaka svarer på"
    );
    public static readonly Phrase Slips = new("Utsettelser", "Udsættelser", "Postponements", "Utsetjingar");
    public static readonly Phrase Council = new("Politisk behandling", "Politisk behandling", "Before the council");
    public static readonly Phrase Meetings = new("Møter", "Møder", "Meetings", "Møte");
}
