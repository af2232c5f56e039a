using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Tests.Cases;

namespace Ombud.Domain.Tests.Recommendations;

/// <summary>What somebody does next about a recommendation, sensible or not.</summary>
/// <param name="Later">Days since the action before.</param>
/// <param name="DaysAgo">When it happened; a negative number is a day to come, null leaves it to the command.</param>
/// <param name="Seed">Decides all details, so that a history can be printed and repeated.</param>
internal sealed record RecommendationAction(int Act, int Later, int? DaysAgo, int Seed)
{
    public static Gen<RecommendationAction> Any { get; } =
        from act in Gen.Choose(0, 14)
        from later in Gen.Choose(0, 9)
        from daysAgo in Gen.Frequency(
            (2, Gen.Constant((int?)null)),
            (5, Gen.Choose(0, 25).Select(days => (int?)days)),
            (1, Gen.Choose(-2, 400).Select(days => (int?)days))
        )
        from random in Gen.Choose(0, 1_000_000)
        select new RecommendationAction(act, later, daysAgo, random);

    public RecommendationCommand Command(LocalDate today)
    {
        var (random, on) = (new SeededRandom(Seed), DaysAgo is { } days ? today.PlusDays(-days) : (LocalDate?)null);
        return Act switch
        {
            0 or 1 => new IssueRecommendation(
                random.OneIn(9) ? " " : "Answer in writing",
                Report(random),
                random.Of("1", "1", null),
                random.Of<string[]?>(null, ["schools"], ["moon_base"]),
                random.Of<Guid[]?>(null, [References.Cases[0]], [References.Voided]),
                on
            ),
            2 or 3 or 4 => new RegisterAnswerTo(
                new Guid($"a0000000-0000-4000-8000-{random.Below(20):D12}"),
                [References.Recommendation],
                new(
                    random.Of("Ad 1.", null),
                    null,
                    random.Of<AdministrationPosition?>([null, .. Enum.GetValues<AdministrationPosition>()]),
                    random.Of("From autumn on", null),
                    on
                )
            ),
            5 or 6 or 7 => new AssessRecommendation(random.Of(Enum.GetValues<OmbudAssessment>()), random.Of("Seen on site", null), on),
            8 or 9 => new StateProgress(
                random.Of("Seen on site", "As told", "\t"),
                random.Of<Progress?>(null, Progress.Delayed, Progress.Implemented),
                on
            ),
            10 or 11 => new CloseRecommendation(
                random.Of(Enum.GetValues<Closure>()),
                random.Of("Done", null),
                random.Of<Guid?>(null, null, References.OtherRecommendation, References.Elsewhere),
                on
            ),
            12 or 13 => new ReopenRecommendation(random.Of("New complaints", ""), on),
            _ => new WithdrawRecommendation(random.Of("A misunderstanding", ""), on),
        };
    }

    private static Guid? Report(SeededRandom random) => random.Of<Guid?>(null, References.Report, References.Report, References.Elsewhere);
}
