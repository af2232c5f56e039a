using NodaTime;
using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Days;
using static Ombud.Domain.Tests.Deadlines.TheDeadline;

namespace Ombud.Domain.Tests.Deadlines;

public sealed class ExplainingADueDate
{
    private static readonly DueDateBasis Building = Starting("NO.pbl.21-7.building-application", "2023-01-13");

    private static IReadOnlyList<string> Said(DueDateBasis basis, string language) =>
        Explanation.Of(basis, "NO", DateTimeZoneProviders.Tzdb[basis.Rule.Country == "DK" ? "Europe/Copenhagen" : "Europe/Oslo"], language);

    [Fact]
    public void tells_every_step_in_Norwegian() =>
        Said(Starting("NO.fvl.29.appeal", "2023-03-17"), "nb")
            .ShouldBe([
                "Klage over enkeltvedtak (forvaltningsloven (1967) §§ 29 og 30).",
                "Underretningen kom fram 17. mars 2023; dagen selv telles ikke.",
                "3 uker etter er 7. april 2023.",
                "Ingen frist ender på 7. april 2023 (langfredag), 8. april 2023 (lørdag), 9. april 2023 "
                    + "(første påskedag), 10. april 2023 (andre påskedag); den flyttes til neste virkedag, tirsdag "
                    + "11. april 2023.",
                "Det er nok at det er sendt innen 11. april 2023 er omme (kl. 24.00, Europe/Oslo).",
                "Usikkert: paragrafene. Ny forvaltningslov (lov 20. juni 2025 nr. 81) er vedtatt, men ikke satt i kraft; "
                    + "paragrafene blir da andre.",
            ]);

    [Fact]
    public void tells_every_step_in_Danish() =>
        Said(Starting("DK.appeal.4w", "2023-04-13") with { LetterDated = Day("2023-03-31") }, "da")
            .ShouldBe([
                "Klage hvor loven giver fire uger (klagefrist på 4 uger; VEJ nr. 9533 af 26. juni 2018).",
                "Et brev dateret 31. marts 2023 anses for modtaget efter 6 arbejdsdage: 13. april 2023.",
                "Tilgængelig for modtageren 13. april 2023; dagen selv tælles ikke.",
                "4 uger efter er 11. maj 2023.",
                "Det skal være modtaget, inden 11. maj 2023 er omme (kl. 24.00, Europe/Copenhagen).",
                "Usikkert: om 5. juni, 24. og 31. december og fredag efter Kristi himmelfartsdag flytter fristen. "
                    + "Det er ikke bekræftet af en jurist; her gør de det ikke.",
            ]);

    [Fact]
    public void tells_every_step_in_English() =>
        Said(Starting("DK.ringsted.notice", "2019-12-17"), "en")
            .ShouldBe([
                "Ringsted's own rule: an answer, or notice of when it comes (Ringsted Kommunes sagsbehandlingsfrister).",
                "This is a norm; missing it is not itself a breach of law.",
                "Received on 17 December 2019; that day is not counted.",
                "Saturdays, Sundays and these days are not counted: 24 December 2019 (Christmas Eve), 25 "
                    + "December 2019 (Christmas Day), 26 December 2019 (Second Day of Christmas), 31 December 2019 "
                    + "(New Year's Eve), 1 January 2020 (New Year's Day).",
                "8 working days later is 3 January 2020.",
                "It is enough that it is sent before 3 January 2020 ends (midnight, Europe/Copenhagen).",
            ]);

    [Fact]
    public void tells_of_pauses_and_extensions_before_the_date_moves() =>
        Said(Building with { Pauses = [Paused("2023-02-01", "2023-02-02")], ExtendedDays = 1 }, "en")
            .Skip(2)
            .Take(4)
            .ShouldBe([
                "12 weeks later is 7 April 2023.",
                "Paused from 1 February 2023 to 2 February 2023, 1 day: 8 April 2023.",
                "Extended by 1 day, to 9 April 2023.",
                "No deadline ends on 9 April 2023 (Easter Sunday), 10 April 2023 (Easter Monday); it moves "
                    + "to the next working day, Tuesday 11 April 2023.",
            ]);

    [Fact]
    public void names_no_last_day_while_the_deadline_stands_still() =>
        Said(Building with { Pauses = [new(Day("2023-03-01"), null, null)] }, "en")
            .Skip(2)
            .ShouldBe([
                "12 weeks later is 7 April 2023.",
                "Paused since 1 March 2023; the days are added when it runs again.",
                "Uncertain: the term and the reasons for pausing it. No lawyer has confirmed them.",
            ]);

    [Theory]
    [InlineData("nb", "Forlenget med 1 dag, til 8. april 2023.", "Forlenget med 14 dager, til 21. april 2023.")]
    [InlineData("nn", "Forlengd med 1 dag, til 8. april 2023.", "Forlengd med 14 dagar, til 21. april 2023.")]
    [InlineData("da", "Forlænget med 1 dag, til 8. april 2023.", "Forlænget med 14 dage, til 21. april 2023.")]
    [InlineData("en", "Extended by 1 day, to 8 April 2023.", "Extended by 14 days, to 21 April 2023.")]
    public void knows_one_day_from_many(string language, string one, string many)
    {
        Said(Building with { ExtendedDays = 1 }, language).ShouldContain(one);
        Said(Building with { ExtendedDays = 14 }, language).ShouldContain(many);
    }

    [Fact]
    public void says_why_a_month_ends_on_another_number()
    {
        Said(Starting("NO.fvl.11a.preliminary-reply", "2023-01-31"), "nb")
            .ShouldContain("Måneden har ingen dag med samme tall; da gjelder dens siste dag.");
        Said(Starting("NO.fvl.11a.preliminary-reply", "2023-03-30"), "nb")
            .ShouldNotContain("Måneden har ingen dag med samme tall; da gjelder dens siste dag.");
    }

    [Theory]
    [InlineData("nb", "Vedtaket ble truffet 29. februar 2024; dagen selv telles ikke.", "1 år etter er 28. februar 2025.")]
    [InlineData("da", "Afgørelsen blev truffet 29. februar 2024; dagen selv tælles ikke.", "1 år efter er 28. februar 2025.")]
    [InlineData("en", "The decision was made on 29 February 2024; that day is not counted.", "1 year later is 28 February 2025.")]
    public void counts_a_year_from_the_decision(string language, params string[] said)
    {
        var sentences = Said(Starting("NO.fvl.31.late-appeal", "2024-02-29"), language);
        sentences.Skip(1).Take(2).ShouldBe(said);
        sentences.ShouldContain(sentence => sentence.Contains("§ 31"));
        Said(Starting("NO.fvl.31.late-appeal", "2024-02-29"), "en")
            .ShouldContain("The month has no day of that number, so its last day counts.");
    }

    [Fact]
    public void names_both_holidays_of_a_day() =>
        Said(Starting("NO.fvl.11a.preliminary-reply", "2027-04-17"), "nb")
            .ShouldContain(
                "Ingen frist ender på 17. mai 2027 (grunnlovsdagen, andre pinsedag); den flyttes til neste virkedag, tirsdag 18. mai 2027."
            );

    [Fact]
    public void calls_a_norm_a_norm()
    {
        Said(Starting("NO.fvl.11a.preliminary-reply.norm", "2023-03-01"), "nb")[1]
            .ShouldBe("Dette er en norm; at den oversittes, er ikke i seg selv et lovbrudd.");
        Said(Starting("NO.fvl.11a.preliminary-reply", "2023-03-01"), "nb")
            .ShouldNotContain("Dette er en norm; at den oversittes, er ikke i seg selv et lovbrudd.");
    }

    [Fact]
    public void tells_that_a_date_was_set() =>
        Said(SetTo("2023-03-25"), "nb")
            .ShouldBe([
                "Redegjørelse til ombudet.",
                "Bedt om 1. mars 2023.",
                "Fristen ble satt til 25. mars 2023.",
                "Det må være mottatt innen 25. mars 2023 er omme (kl. 24.00, Europe/Oslo).",
            ]);

    [Fact]
    public void tells_that_reasons_began_a_new_term() =>
        Said(Starting("NO.fvl.29.appeal", "2023-03-17") with { RestartedFrom = Day("2023-03-01") }, "en")
            .ShouldContain(
                "The term ran from 1 March 2023; the reasons were demanded and arrived on 17 March 2023, from which a new term runs."
            );
}
