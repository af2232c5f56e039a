using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Tests.Cases;

namespace Ombud.Domain.Tests.Recommendations;

/// <summary>What somebody does next about a recommendation, sensible or not.</summary>
/// <param name="Later">Days since the deed before.</param>
/// <param name="DaysAgo">When it happened; a negative number is a day to come, null leaves it to the command.</param>
/// <param name="Dice">Decides all details, so that a history can be printed and told again.</param>
internal sealed record RecommendationDeed(int Act, int Later, int? DaysAgo, int Dice)
{
    public static Gen<RecommendationDeed> Any { get; } =
        from act in Gen.Choose(0, 14)
        from later in Gen.Choose(0, 9)
        from daysAgo in Gen.Frequency(
            (2, Gen.Constant((int?)null)),
            (5, Gen.Choose(0, 25).Select(days => (int?)days)),
            (1, Gen.Choose(-2, 400).Select(days => (int?)days))
        )
        from dice in Gen.Choose(0, 1_000_000)
        select new RecommendationDeed(act, later, daysAgo, dice);

    public RecommendationCommand Command(LocalDate today)
    {
        var (dice, on) = (new Dice(Dice), DaysAgo is { } days ? today.PlusDays(-days) : (LocalDate?)null);
        return Act switch
        {
            0 or 1 => new IssueRecommendation(
                dice.OneIn(9) ? " " : "Answer in writing",
                Report(dice),
                dice.Of("1", "1", null),
                dice.Of<string[]?>(null, ["schools"], ["moon_base"]),
                dice.Of<Guid[]?>(null, [Neighbourhood.Cases[0]], [Neighbourhood.Voided]),
                on
            ),
            2 or 3 or 4 => new RegisterAnswerTo(
                new Guid($"a0000000-0000-4000-8000-{dice.Below(20):D12}"),
                [Neighbourhood.Recommendation],
                new(
                    dice.Of("Ad 1.", null),
                    null,
                    dice.Of<AdministrationPosition?>([null, .. Enum.GetValues<AdministrationPosition>()]),
                    dice.Of("From autumn on", null),
                    on
                )
            ),
            5 or 6 or 7 => new AssessRecommendation(dice.Of(Enum.GetValues<OmbudAssessment>()), dice.Of("Seen on site", null), on),
            8 or 9 => new StateProgress(
                dice.Of("Seen on site", "As told", "\t"),
                dice.Of<Progress?>(null, Progress.Delayed, Progress.Implemented),
                on
            ),
            10 or 11 => new CloseRecommendation(
                dice.Of(Enum.GetValues<Closure>()),
                dice.Of("Done", null),
                dice.Of<Guid?>(null, null, Neighbourhood.OtherRecommendation, Neighbourhood.Elsewhere),
                on
            ),
            12 or 13 => new ReopenRecommendation(dice.Of("New complaints", ""), on),
            _ => new WithdrawRecommendation(dice.Of("A misunderstanding", ""), on),
        };
    }

    private static Guid? Report(Dice dice) => dice.Of<Guid?>(null, Neighbourhood.Report, Neighbourhood.Report, Neighbourhood.Elsewhere);
}
