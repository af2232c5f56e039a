using NodaTime;
using Ombud.Domain.Calendars;
using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Days;

namespace Ombud.Domain.Tests.Deadlines;

/// <summary>On every rule with a term and every day it can begin on from 2000 to 2100.</summary>
public sealed class ExplanationLaws
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("da")]
    [InlineData("en")]
    public void it_names_start_and_due_date_and_leaves_no_sentence_empty(string language) =>
        (
            from rule in LawRules.All
            where rule.Term is not null
            from start in Each(Day("2000-01-01"), Day("2100-12-31"))
            let basis = TheDeadline.Basis(rule, start, Day("2023-02-28"))
            where !Explains(Explanation.Of(basis, rule.Country!, Oslo, language), start, DueDate.Of(basis, rule.Country!), language)
            select basis
        )
            .FirstOrDefault()
            .ShouldBeNull();

    private static bool Explains(IReadOnlyList<string> sentences, LocalDate start, DueDate due, string language) =>
        sentences.All(sentence => sentence.Length > 10 && sentence[^1] is '.')
        && sentences.Any(sentence => sentence.Contains(DateWords.Day(start, language), StringComparison.Ordinal))
        && sentences.Count(sentence => sentence.Contains(DateWords.Day(due.DueOn, language), StringComparison.Ordinal)) >= 2
        && sentences.Any(sentence => sentence.Contains(DateWords.Day(due.RawDueOn, language), StringComparison.Ordinal));
}
