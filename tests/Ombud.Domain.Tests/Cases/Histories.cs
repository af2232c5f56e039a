using FsCheck;
using FsCheck.Fluent;

namespace Ombud.Domain.Tests.Cases;

/// <summary>Random histories: actions one after the other.</summary>
internal static class Histories
{
    public static Gen<CaseAction> AnyAction { get; } =
        from act in Gen.Frequency(
            (9, Gen.Constant(Act.Receive)),
            (3, Gen.Constant(Act.Describe)),
            (2, Gen.Constant(Act.Decline)),
            (2, Gen.Constant(Act.Forward)),
            (3, Gen.Constant(Act.Assign)),
            (2, Gen.Constant(Act.Disqualify)),
            (3, Gen.Constant(Act.Acknowledge)),
            (3, Gen.Constant(Act.FirstReply)),
            (4, Gen.Constant(Act.Assess)),
            (4, Gen.Constant(Act.Categorize)),
            (2, Gen.Constant(Act.Review)),
            (7, Gen.Constant(Act.Request)),
            (3, Gen.Constant(Act.Move)),
            (3, Gen.Constant(Act.Respond)),
            (2, Gen.Constant(Act.Reply)),
            (1, Gen.Constant(Act.Remind)),
            (8, Gen.Constant(Act.Suspend)),
            (6, Gen.Constant(Act.Resume)),
            (3, Gen.Constant(Act.Extend)),
            (5, Gen.Constant(Act.Recompute)),
            (1, Gen.Constant(Act.Waive)),
            (4, Gen.Constant(Act.RecordOverdue)),
            (5, Gen.Constant(Act.Close)),
            (5, Gen.Constant(Act.Reopen)),
            (1, Gen.Constant(Act.Void)),
            (1, Gen.Constant(Act.Merge)),
            (2, Gen.Constant(Act.Link)),
            (2, Gen.Constant(Act.Note)),
            (1, Gen.Constant(Act.Deliver)),
            (6, Gen.Constant(Act.Correct)),
            (8, Gen.Constant(Act.Withdraw))
        )
        from later in Gen.Choose(0, 12)
        from daysAgo in Gen.Frequency(
            (2, Gen.Constant((int?)null)),
            (6, Gen.Choose(0, 25).Select(days => (int?)days)),
            (1, Gen.Choose(-2, 400).Select(days => (int?)days))
        )
        from random in Gen.Choose(0, 1_000_000)
        select new CaseAction(act, later, daysAgo, random);

    public static Arbitrary<CaseAction[]> Arbitrary(int longest) => Of(AnyAction, longest);

    /// <summary>Lists that shrink by leaving actions out.</summary>
    public static Arbitrary<T[]> Of<T>(Gen<T> item, int longest) =>
        Arb.From(
            Gen.Choose(1, longest).SelectMany(length => item.ArrayOf(length)),
            all => Enumerable.Range(0, all.Length).Select(left => all.Where((_, i) => i != left).ToArray())
        );
}
