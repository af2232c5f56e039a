using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ombud.Domain.Measures;
using Ombud.Domain.Tests.Cases;

namespace Ombud.Domain.Tests.Measures;

/// <summary>What becomes known of a measure next, sensible or not.</summary>
/// <param name="Later">Days since the deed before.</param>
/// <param name="DaysAgo">When it happened; a negative number is a day to come, null leaves it to the command.</param>
/// <param name="Dice">Decides all details, so that a history can be printed and told again.</param>
internal sealed record MeasureDeed(int Act, int Later, int? DaysAgo, int Dice)
{
    public static Gen<MeasureDeed> Any { get; } =
        from act in Gen.Choose(0, 11)
        from later in Gen.Choose(0, 9)
        from daysAgo in Gen.Frequency(
            (2, Gen.Constant((int?)null)),
            (5, Gen.Choose(0, 40).Select(days => (int?)days)),
            (1, Gen.Choose(-2, 400).Select(days => (int?)days))
        )
        from dice in Gen.Choose(0, 1_000_000)
        select new MeasureDeed(act, later, daysAgo, dice);

    public MeasureCommand Command(LocalDate today)
    {
        var (dice, on) = (new Dice(Dice), DaysAgo is { } days ? today.PlusDays(-days) : (LocalDate?)null);
        return Act switch
        {
            0 => new RegisterMeasure(
                dice.OneIn(9) ? " " : "Courses",
                dice.Of(Enum.GetValues<MeasureStatus>()),
                Recommendations(dice),
                dice.Of<Guid?>(null, Neighbourhood.Report, Neighbourhood.Elsewhere),
                null,
                Window(dice),
                Reasons(dice),
                null,
                Day(dice, today),
                null,
                null,
                dice.Of("As told", null),
                on
            ),
            9 => new LinkMeasure(Recommendations(dice), on),
            10 => new UnlinkMeasure(
                dice.Of(Neighbourhood.Recommendation, Neighbourhood.OtherRecommendation),
                dice.Of("Wrongly linked", "")
            ),
            _ => new LogFollowUp(
                dice.Of<MeasureStatus?>([null, .. Enum.GetValues<MeasureStatus>()]),
                dice.OneIn(9) ? "E-learning" : null,
                dice.Of("schools", null, null, "moon_base"),
                Window(dice),
                Reasons(dice),
                dice.OneIn(3) ? dice.Below(110) : null,
                Day(dice, today),
                Day(dice, today),
                dice.OneIn(9) ? "hver måned" : null,
                dice.Of("As told", null),
                on
            ),
        };
    }

    private static Guid[] Recommendations(Dice dice) =>
        dice.Of<Guid[]>(
            [],
            [Neighbourhood.Recommendation],
            [Neighbourhood.Recommendation, Neighbourhood.OtherRecommendation],
            [Neighbourhood.Elsewhere]
        );

    private static DelayReason[] Reasons(Dice dice) =>
        dice.Of<DelayReason[]>([], [DelayReason.Covid19], [DelayReason.Covid19, DelayReason.Capacity]);

    private static LocalDate? Day(Dice dice, LocalDate today) => dice.OneIn(5) ? today.PlusDays(2 - dice.Below(40)) : null;

    private static GivenWindow? Window(Dice dice) =>
        dice.Of(
            null,
            null,
            new("foråret og sommeren 2023"),
            new("Q4 2023"),
            new("høsten 2023"),
            new GivenWindow(From: new(2023, 5, 1), To: new(2023, 5, 31)),
            dice.OneIn(5) ? new("snarest") : new("mai 2023")
        );
}
