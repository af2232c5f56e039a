using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Days;
using static Ombud.Domain.Tests.Deadlines.TheDeadline;

namespace Ombud.Domain.Tests.Deadlines;

public sealed class ChoosingARule
{
    [Theory]
    [InlineData("1970-01-01", 1)]
    [InlineData("2018-06-30", 1)]
    [InlineData("2018-07-01", 2)]
    [InlineData("2025-12-31", 2)]
    [InlineData("2026-01-01", 3)]
    public void takes_the_version_in_force_when_the_term_begins(string start, int version) =>
        Denmark.InForce("DK.appeal.4w", Day(start))!.Version.ShouldBe(version);

    // Since July 2018 an ordinary letter takes six weekdays whatever day it is sent; from 2026 that is only assumed.
    [Theory]
    [InlineData("2018-06-30", null)]
    [InlineData("2018-07-01", "P6WD")]
    [InlineData("2026-01-01", "P6WD")]
    public void knows_how_long_a_letter_took_then(string start, string? takes) =>
        (Denmark.InForce("DK.appeal.4w", Day(start))!.LetterTakes?.ToString()).ShouldBe(takes);

    [Theory]
    [InlineData("NO.pbl.21-7.building-application", "2010-06-30")]
    [InlineData("DK.ofl.36.access", "2013-12-31")]
    [InlineData("DK.appeal.4w", "1969-12-31")]
    [InlineData("NO.fvl.99", "2023-06-13")]
    public void finds_none_where_none_is_in_force(string rule, string start) => Norway.InForce(rule, Day(start)).ShouldBeNull();

    [Fact]
    public void knows_rules_by_their_id()
    {
        Norway.Knows("NO.fvl.29.appeal").ShouldBeTrue();
        Norway.Knows("NO.fvl.29").ShouldBeFalse();
        Norway.Country.ShouldBe("NO");
    }

    [Fact]
    public void finds_a_version_that_is_no_longer_in_force()
    {
        Denmark.Version("DK.appeal.4w", 1)!.InForceTo.ShouldBe(Day("2018-06-30"));
        Denmark.Version("DK.appeal.4w", 4).ShouldBeNull();
    }
}
