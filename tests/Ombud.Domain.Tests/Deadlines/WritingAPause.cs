using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Days;

namespace Ombud.Domain.Tests.Deadlines;

public sealed class WritingAPause
{
    [Theory]
    [InlineData("2023-03-10/2023-03-20", 10)]
    [InlineData("2023-03-10/2023-03-10", 0)]
    [InlineData("2023-03-10/..", 0)]
    [InlineData("2023-03-10/2023-03-20 party_requested_postponement", 10)]
    [InlineData("2023-03-10/2023-03-20 party_caused_delay", 10)]
    [InlineData("2023-03-10/.. awaiting_other_body", 0)]
    [InlineData("2024-02-28/2024-03-01 special_circumstances", 2)]
    public void reads_what_it_writes(string text, int days)
    {
        var pause = Pause.Parse(text)!;
        pause.ToString().ShouldBe(text);
        pause.Days.ShouldBe(days);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("2023-03-10")]
    [InlineData("2023-03-10/")]
    [InlineData("/2023-03-20")]
    [InlineData("../2023-03-20")]
    [InlineData("2023-03-10/.")]
    [InlineData("2023-03-20/2023-03-10")]
    [InlineData("2023-02-30/2023-03-10")]
    [InlineData("2023-3-10/2023-03-20")]
    [InlineData("2023-03-10/2023-03-20/2023-03-30")]
    [InlineData("2023-03-10/2023-03-20 holiday")]
    [InlineData("2023-03-10/2023-03-20 AwaitingOtherBody")]
    [InlineData("2023-03-10/2023-03-20 ")]
    [InlineData("2023-03-10/2023-03-20  awaiting_other_body")]
    [InlineData(" 2023-03-10/2023-03-20")]
    public void is_not_read_where_it_is_something_else(string text) => Pause.Parse(text).ShouldBeNull();

    [Fact]
    public void loses_nothing() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                Arb.From(
                    from start in Gen.Choose(0, 40_000)
                    from length in Gen.Choose(-1, 800)
                    from reason in Gen.Elements([null, .. Enum.GetValues<PauseReason>().Cast<PauseReason?>()])
                    let day = new LocalDate(1995, 1, 1).PlusDays(start)
                    select new Pause(day, length < 0 ? null : day.PlusDays(length), reason)
                ),
                pause => Pause.Parse(pause.ToString()) == pause
            )
        );

    [Fact]
    public void covers_its_first_day_and_not_the_day_it_ran_again()
    {
        var pause = Pause.Parse("2023-03-10/2023-03-20")!;
        Each(Day("2023-03-01"), Day("2023-03-31")).Where(pause.Covers).ShouldBe(Each(Day("2023-03-10"), Day("2023-03-19")));
    }
}
