using NodaTime;

namespace Ombud.Domain.Calendars;

/// <summary>
/// The special days of Norway and Denmark. Public calendars disagree on them (31 December as a Norwegian holiday, a Danish one
/// abolished by law), so this table is Ombud's own; <c>docs/holidays.md</c> holds it against another.
/// </summary>
public static class SpecialDays
{
    private const string Norway = "lov 1995-02-24 nr. 12 om helligdager og helligdagsfred § 2";
    private const string NorwayMay = "lov 1947-04-26 nr. 1 om 1 og 17 mai som høgtidsdager § 1";
    private const string Denmark = "folkekirkens helligdage; lukkeloven § 1";
    private const string Custom = "forældelsesloven § 27, stk. 2; hævdvunden lukkedag";

    /// <summary>The day on which the Folketing abolished Store Bededag from 2024 on (L 13, 2022-23).</summary>
    private static readonly LocalDate StoreBededagAbolished = new(2023, 2, 28);

    private static readonly Phrase ClosedByCustom = new(
        "kontorene holder lukket etter sedvane, og forældelsesloven § 27, stk. 2 nevner dagen; ingen lov sier det om denne fristen",
        "kontorerne holder lukket efter sædvane, og forældelsesloven § 27, stk. 2 nævner dagen; ingen lov siger det om denne frist",
        "offices are closed by custom, and forældelsesloven § 27, stk. 2 names the day; no law says so of this deadline",
        "kontora held stengt etter sedvane, og forældelsesloven § 27, stk. 2 nemner dagen; inga lov seier det om denne fristen"
    );

    private static readonly Phrase ExtendedByPractice = new(
        "Udbetaling Danmark forlenger frister som ender på dagen; ingen lov sier det om denne fristen",
        "Udbetaling Danmark forlænger frister, der udløber på dagen; ingen lov siger det om denne frist",
        "Udbetaling Danmark extends deadlines that end on the day; no law says so of this deadline",
        "Udbetaling Danmark forlengjer fristar som endar på dagen; inga lov seier det om denne fristen"
    );

    private static readonly Phrase StoreBededag = new("store bededag", "store bededag", "Great Prayer Day");

    public static IReadOnlyList<SpecialDay> All { get; } =
    [
        Fixed("new_years_day", "NO", 1, 1, new("første nyttårsdag", "nytårsdag", "New Year's Day"), Norway),
        Moving("maundy_thursday", "NO", -3, new("skjærtorsdag", "skærtorsdag", "Maundy Thursday", "skjertorsdag"), Norway),
        Moving("good_friday", "NO", -2, new("langfredag", "langfredag", "Good Friday"), Norway),
        Moving("easter_sunday", "NO", 0, new("første påskedag", "påskedag", "Easter Sunday"), Norway),
        Moving("easter_monday", "NO", 1, new("andre påskedag", "2. påskedag", "Easter Monday"), Norway),
        Fixed("labour_day", "NO", 5, 1, new("1. mai", "1. maj", "1 May"), NorwayMay) with
        {
            FirstYear = 1947,
        },
        Fixed("constitution_day", "NO", 5, 17, new("grunnlovsdagen", "Norges grundlovsdag", "Constitution Day"), NorwayMay) with
        {
            FirstYear = 1947,
        },
        Moving("ascension_day", "NO", 39, new("Kristi himmelfartsdag", "Kristi himmelfartsdag", "Ascension Day"), Norway),
        Moving("whit_sunday", "NO", 49, new("første pinsedag", "pinsedag", "Whit Sunday"), Norway),
        Moving("whit_monday", "NO", 50, new("andre pinsedag", "2. pinsedag", "Whit Monday"), Norway),
        Fixed("christmas_day", "NO", 12, 25, new("første juledag", "juledag", "Christmas Day"), Norway),
        Fixed("second_christmas_day", "NO", 12, 26, new("andre juledag", "2. juledag", "Second Day of Christmas"), Norway),
        Fixed("new_years_day", "DK", 1, 1, new("første nyttårsdag", "nytårsdag", "New Year's Day"), Denmark),
        Moving("maundy_thursday", "DK", -3, new("skjærtorsdag", "skærtorsdag", "Maundy Thursday", "skjertorsdag"), Denmark),
        Moving("good_friday", "DK", -2, new("langfredag", "langfredag", "Good Friday"), Denmark),
        Moving("easter_sunday", "DK", 0, new("første påskedag", "påskedag", "Easter Sunday"), Denmark),
        Moving("easter_monday", "DK", 1, new("andre påskedag", "2. påskedag", "Easter Monday"), Denmark),
        // The fourth Friday after Easter. Whoever computed a date for 2024 before the change was known computed it with the holiday.
        Moving("great_prayer_day", "DK", 26, StoreBededag, Denmark) with
        {
            KnownUntil = StoreBededagAbolished,
        },
        Moving("great_prayer_day", "DK", 26, StoreBededag, "lov nr. 214 af 6. marts 2023") with
        {
            KnownFrom = StoreBededagAbolished,
            LastYear = 2023,
        },
        Moving("ascension_day", "DK", 39, new("Kristi himmelfartsdag", "Kristi himmelfartsdag", "Ascension Day"), Denmark),
        Moving("whit_sunday", "DK", 49, new("første pinsedag", "pinsedag", "Whit Sunday"), Denmark),
        Moving("whit_monday", "DK", 50, new("andre pinsedag", "2. pinsedag", "Whit Monday"), Denmark),
        Fixed("christmas_day", "DK", 12, 25, new("første juledag", "juledag", "Christmas Day"), Denmark),
        Fixed("second_christmas_day", "DK", 12, 26, new("andre juledag", "2. juledag", "Second Day of Christmas"), Denmark),
        Moving(
            "day_after_ascension",
            "DK",
            40,
            new("fredag etter Kristi himmelfartsdag", "fredag efter Kristi himmelfartsdag", "Friday after Ascension Day"),
            "Udbetaling Danmark's practice"
        ) with
        {
            Class = DayClass.BridgeDay,
            Unsettled = ExtendedByPractice,
        },
        Fixed(
            "constitution_day",
            "DK",
            6,
            5,
            new("Danmarks grunnlovsdag", "grundlovsdag", "Constitution Day", "grunnlovsdagen i Danmark"),
            Custom
        ) with
        {
            Class = DayClass.ClosingDay,
            Unsettled = ClosedByCustom,
        },
        Fixed("christmas_eve", "DK", 12, 24, new("julaften", "juleaftensdag", "Christmas Eve", "julaftan"), Custom) with
        {
            Class = DayClass.ClosingDay,
            Unsettled = ClosedByCustom,
        },
        Fixed("new_years_eve", "DK", 12, 31, new("nyttårsaften", "nytårsaftensdag", "New Year's Eve", "nyttårsaftan"), Custom) with
        {
            Class = DayClass.ClosingDay,
            Unsettled = ClosedByCustom,
        },
    ];

    /// <summary>The days of which it is not settled whether they move a deadline.</summary>
    public static IReadOnlyList<SpecialDay> Unsettled { get; } = [.. All.Where(day => day.Unsettled is not null)];

    private static SpecialDay Fixed(string code, string country, int month, int day, Phrase name, string source) =>
        new(code, country, DayClass.Holiday, name, year => new(year, month, day), source);

    private static SpecialDay Moving(string code, string country, int fromEaster, Phrase name, string source) =>
        new(code, country, DayClass.Holiday, name, year => Easter.Sunday(year).PlusDays(fromEaster), source);
}
