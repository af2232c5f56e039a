using Ombud.Domain.Calendars;

namespace Ombud.Domain.Deadlines;

/// <summary>What is not certain about a rule, said wherever a person or a program sees the rule.</summary>
/// <param name="What">What may be otherwise.</param>
/// <param name="Why">Why that is not known, and what is assumed.</param>
public sealed record Uncertainty(Phrase What, Phrase Why)
{
    private static readonly Phrase AllUnsettledDays = new(
        "5. juni, 24. og 31. desember og fredag etter Kristi himmelfartsdag",
        "5. juni, 24. og 31. december og fredag efter Kristi himmelfartsdag",
        "5 June, 24 and 31 December and the Friday after Ascension Day"
    );

    /// <summary>That nobody has settled whether days move a deadline.</summary>
    public static Uncertainty WhetherTheyMoveIt(IReadOnlyList<SpecialDay> days)
    {
        var named =
            days.Count == SpecialDays.Unsettled.Count
                ? AllUnsettledDays
                : new(Names(days, "nb"), Names(days, "da"), Names(days, "en"), Names(days, "nn"));
        var one = days.Count == 1;
        return new(
            new(
                $"om {named.Nb} flytter fristen",
                $"om {named.Da} flytter fristen",
                $"whether {named.En} {(one ? "moves" : "move")} it",
                $"om {named.Nn} flyttar fristen"
            ),
            new(
                $"Det er ikke bekreftet av en jurist; her gjør {(one ? "den" : "de")} det ikke.",
                $"Det er ikke bekræftet af en jurist; her gør {(one ? "den" : "de")} det ikke.",
                $"No lawyer has confirmed it; here {(one ? "it does" : "they do")} not.",
                $"Det er ikkje stadfesta av ein jurist; her gjer {(one ? "han" : "dei")} det ikkje."
            )
        );
    }

    /// <summary>Both in a sentence.</summary>
    public Phrase Sentence =>
        new(
            $"Usikkert: {What.Nb}. {Why.Nb}",
            $"Usikkert: {What.Da}. {Why.Da}",
            $"Uncertain: {What.En}. {Why.En}",
            $"Usikkert: {What.Nn}. {Why.Nn}"
        );

    /// <summary>This and another, where there is one.</summary>
    public Uncertainty And(Uncertainty? other) =>
        other is null
            ? this
            : new(
                new(
                    $"{What.Nb}; {other.What.Nb}",
                    $"{What.Da}; {other.What.Da}",
                    $"{What.En}; {other.What.En}",
                    $"{What.Nn}; {other.What.Nn}"
                ),
                new($"{Why.Nb} {other.Why.Nb}", $"{Why.Da} {other.Why.Da}", $"{Why.En} {other.Why.En}", $"{Why.Nn} {other.Why.Nn}")
            );

    private static string Names(IEnumerable<SpecialDay> days, string language) =>
        string.Join(", ", days.Select(day => day.Name.In(language)));
}
