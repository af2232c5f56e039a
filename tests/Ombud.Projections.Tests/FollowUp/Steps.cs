using FsCheck;
using FsCheck.Fluent;
using Ombud.Domain.Tests.Cases;

namespace Ombud.Projections.Tests.FollowUp;

/// <summary>Random histories of the follow-up of two offices.</summary>
internal static class Steps
{
    private const long Day = 86_400_000_000;

    /// <summary>What begins something, then anything.</summary>
    public static Arbitrary<Step[]> Any(int longest) =>
        Histories.Of(
            from doing in Gen.Frequency(
                (2, Gen.Elements(StepKind.Present, StepKind.Decide, StepKind.Ask, StepKind.Account)),
                (3, Gen.Elements(StepKind.Answer, StepKind.Assess, StepKind.State)),
                (2, Gen.Elements(StepKind.Close, StepKind.Reopen, StepKind.Withdraw)),
                (5, Gen.Constant(StepKind.Log)),
                (2, Gen.Elements(StepKind.Link, StepKind.Unlink)),
                (2, Gen.Elements(StepKind.Write, StepKind.Write, StepKind.Remove)),
                (2, Gen.Elements(StepKind.Plan, StepKind.Move, StepKind.Cancel)),
                (3, Gen.Elements(StepKind.Redraft, StepKind.Attach, StepKind.Inform, StepKind.Publish, StepKind.Publish)),
                (3, Gen.Elements(Enum.GetValues<StepKind>()))
            )
            from step in Of(doing)
            select step,
            longest
        );

    /// <summary>Some of a few kinds alone.</summary>
    public static Arbitrary<Step[]> Only(int longest, params StepKind[] doings) =>
        Histories.Of(Gen.Elements(doings).SelectMany(Of), longest);

    /// <summary>One of everything in both offices, so that what comes after finds something to change.</summary>
    public static IEnumerable<Step> Beginnings(int seed) =>
        from office in Enumerable.Range(0, 2)
        from doing in new[]
        {
            StepKind.Register,
            StepKind.Receive,
            StepKind.Review,
            StepKind.Issue,
            StepKind.Start,
            StepKind.Draft,
            StepKind.Inform,
            StepKind.Ask,
            StepKind.Plan,
            StepKind.Begin,
        }
        from target in Enumerable.Range(0, FollowUpIds.Most)
        select new Step(office, doing, target, Imported: (seed + target) % 2 == 0, (target + 1) * Day, seed + (100 * target));

    private static Gen<Step> Of(StepKind doing) =>
        from office in Gen.Choose(0, 1)
        from target in Gen.Choose(0, FollowUpIds.Most - 1)
        from imported in Gen.Frequency((2, Gen.Constant(true)), (3, Gen.Constant(false)))
        from gap in Gen.Frequency((1, Gen.Constant(0L)), (1, Gen.Constant(1L)), (5, Gen.Choose(0, 200).Select(part => part * Day)))
        from seed in Gen.Choose(0, 1_000_000)
        select new Step(office, doing, target, imported, gap, seed);
}
