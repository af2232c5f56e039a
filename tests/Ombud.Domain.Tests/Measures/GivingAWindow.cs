using NodaTime;
using Ombud.Domain.Measures;

namespace Ombud.Domain.Tests.Measures;

public sealed class GivingAWindow
{
    private static readonly LocalDate First = new(2021, 4, 1);
    private static readonly LocalDate Last = new(2021, 4, 10);

    private static IEnumerable<string> Faults(GivenWindow window) => window.Faults("window").Select(fault => $"{fault.Field} {fault.Code}");

    [Fact]
    public void as_days_is_exact_to_the_day() =>
        new GivenWindow(null, First, Last).Read().ShouldBe(new(First, Last, WindowPrecision.Day, null));

    [Fact]
    public void as_one_day_is_a_window() => Faults(new(null, First, First)).ShouldBeEmpty();

    [Fact]
    public void as_words_beside_days_keeps_the_words_and_takes_the_days() =>
        new GivenWindow("starten af april", First, Last).Read().ShouldBe(new(First, Last, WindowPrecision.Day, "starten af april"));

    [Fact]
    public void as_words_that_can_be_read_beside_days_is_as_exact_as_the_words() =>
        new GivenWindow("april 2021", First, Last).Read().ShouldBe(new(First, Last, WindowPrecision.Month, "april 2021"));

    [Fact]
    public void takes_words_of_200_characters_and_no_more()
    {
        Faults(new(new('x', 200), First, Last)).ShouldBeEmpty();
        Faults(new(new('x', 201), First, Last)).ShouldBe(["window.words too_long"]);
        Faults(new("soon\n", First, Last)).ShouldBe(["window.words control_character"]);
    }

    [Fact]
    public void needs_words_or_days()
    {
        Faults(new()).ShouldBe(["window required"]);
        Faults(new(" ")).ShouldBe(["window required"]);
    }

    [Fact]
    public void needs_both_days()
    {
        Faults(new("april 2021", First)).ShouldBe(["window.to required"]);
        Faults(new("april 2021", To: Last)).ShouldBe(["window.from required"]);
    }

    [Fact]
    public void needs_days_beside_words_that_do_not_tell_them() => Faults(new("snarest")).ShouldBe(["window.words unreadable"]);

    [Fact]
    public void cannot_end_before_it_begins() => Faults(new(null, Last, First)).ShouldBe(["window.to before_start"]);

    [Fact]
    public void names_every_fault_at_once()
    {
        Faults(new(new('x', 201), Last, First)).ShouldBe(["window.words too_long", "window.to before_start"]);
        Faults(new(new('x', 201))).ShouldBe(["window.words too_long"]);
    }

    [Fact]
    public void with_faults_reads_as_none()
    {
        foreach (var window in new GivenWindow[] { new(), new("snarest"), new(null, First), new(null, Last, First) })
            window.Read().ShouldBeNull();
    }
}
