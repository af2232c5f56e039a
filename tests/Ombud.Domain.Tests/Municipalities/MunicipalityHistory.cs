using NodaTime;
using Ombud.Domain.Municipalities;

namespace Ombud.Domain.Tests.Municipalities;

public sealed class MunicipalityHistory
{
    [Fact]
    public void is_not_changed_by_events_of_a_later_version() => Municipality.Evolve(Drammen.Now, new object()).ShouldBeSameAs(Drammen.Now);

    [Fact]
    public void cannot_begin_with_another_event() => Should.Throw<InvalidOperationException>(() => Municipality.Evolve(null, new object()));

    [Fact]
    public void tells_the_day_of_a_moment_in_its_zone()
    {
        Drammen.Now.DayOf(Instant.FromUtc(2023, 6, 13, 21, 59)).ShouldBe(new(2023, 6, 13));
        Drammen.Now.DayOf(Instant.FromUtc(2023, 6, 13, 22, 0)).ShouldBe(new(2023, 6, 14));
        Drammen.Now.DayOf(Instant.FromUtc(2023, 12, 31, 23, 0)).ShouldBe(new(2024, 1, 1));
    }
}
