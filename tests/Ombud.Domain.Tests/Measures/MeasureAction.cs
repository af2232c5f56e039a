using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ombud.Domain.Measures;
using Ombud.Domain.Tests.Cases;

namespace Ombud.Domain.Tests.Measures;

/// <summary>What becomes known of a measure next, sensible or not.</summary>
/// <param name="Later">Days since the action before.</param>
/// <param name="DaysAgo">When it happened; a negative number is a day to come, null leaves it to the command.</param>
/// <param name="Seed">Decides all details, so that a history can be printed and repeated.</param>
internal sealed record MeasureAction(int Act, int Later, int? DaysAgo, int Seed)
{
    public static Gen<MeasureAction> Any { get; } =
        from act in Gen.Choose(0, 11)
        from later in Gen.Choose(0, 9)
        from daysAgo in Gen.Frequency(
            (2, Gen.Constant((int?)null)),
            (5, Gen.Choose(0, 40).Select(days => (int?)days)),
            (1, Gen.Choose(-2, 400).Select(days => (int?)days))
        )
        from random in Gen.Choose(0, 1_000_000)
        select new MeasureAction(act, later, daysAgo, random);

    public MeasureCommand Command(LocalDate today)
    {
        var (random, on) = (new SeededRandom(Seed), DaysAgo is { } days ? today.PlusDays(-days) : (LocalDate?)null);
        return Act switch
        {
            0 => new RegisterMeasure(
                random.OneIn(9) ? " " : "Courses",
                random.Of(Enum.GetValues<MeasureStatus>()),
                Recommendations(random),
                random.Of<Guid?>(null, References.Report, References.Elsewhere),
                null,
                Window(random),
                Reasons(random),
                null,
                Day(random, today),
                null,
                null,
                random.Of("As told", null),
                on
            ),
            9 => new LinkMeasure(Recommendations(random), on),
            10 => new UnlinkMeasure(random.Of(References.Recommendation, References.OtherRecommendation), random.Of("Wrongly linked", "")),
            _ => new LogFollowUp(
                random.Of<MeasureStatus?>([null, .. Enum.GetValues<MeasureStatus>()]),
                random.OneIn(9) ? "E-learning" : null,
                random.Of("schools", null, null, "moon_base"),
                Window(random),
                Reasons(random),
                random.OneIn(3) ? random.Below(110) : null,
                Day(random, today),
                Day(random, today),
                random.OneIn(9) ? "hver måned" : null,
                random.Of("As told", null),
                on
            ),
        };
    }

    private static Guid[] Recommendations(SeededRandom random) =>
        random.Of<Guid[]>(
            [],
            [References.Recommendation],
            [References.Recommendation, References.OtherRecommendation],
            [References.Elsewhere]
        );

    private static DelayReason[] Reasons(SeededRandom random) =>
        random.Of<DelayReason[]>([], [DelayReason.Covid19], [DelayReason.Covid19, DelayReason.Capacity]);

    private static LocalDate? Day(SeededRandom random, LocalDate today) => random.OneIn(5) ? today.PlusDays(2 - random.Below(40)) : null;

    private static GivenWindow? Window(SeededRandom random) =>
        random.Of(
            null,
            null,
            new("foråret og sommeren 2023"),
            new("Q4 2023"),
            new("høsten 2023"),
            new GivenWindow(From: new(2023, 5, 1), To: new(2023, 5, 31)),
            random.OneIn(5) ? new("snarest") : new("mai 2023")
        );
}
