namespace Ombud.Domain.Cases;

/// <summary>What is recorded of two cases at once.</summary>
public static class Merging
{
    internal static Decision Merge(Case state, Case? other, MergeCase c, CaseChecks check) =>
        other is { Counted: false } || state.Duplicates.Count > 0
            ? CaseRefusals.CannotTakeDuplicates
            : Other("caseId", c.CaseId, other, check)
                .Day("mergedOn", c.MergedOn)
                .Record("mergedOn", new CaseMerged(c.MergedOn ?? check.DayUnlessGiven, c.CaseId));

    internal static Decision Link(Case state, Case? other, LinkCase c, CaseChecks check) =>
        state.SameMatter.Contains(c.CaseId)
            ? Decision.Nothing
            : Other("caseId", c.CaseId, other, check)
                .Day("linkedOn", c.LinkedOn)
                .Record("linkedOn", new CaseLinked(c.LinkedOn ?? check.DayUnlessGiven, c.CaseId));

    /// <summary>What the other case records then.</summary>
    /// <param name="id">The case that records <paramref name="entry"/>.</param>
    public static CaseEvent Counterpart(Guid id, IBetweenCases entry) =>
        entry switch
        {
            CaseMerged e => new DuplicateMerged(e.OccurredOn, id),
            CaseLinked e => new CaseLinked(e.OccurredOn, id),
            _ => throw new InvalidOperationException($"{entry.GetType().Name} is recorded by the other case."),
        };

    private static CaseChecks Other(string field, Guid id, Case? other, CaseChecks check) =>
        check.When(
            other is null,
            new(field, "unknown_case", "There is no other case of this id in this municipality. See GET /v1/cases.")
            {
                Value = id.ToString(),
            }
        );
}
