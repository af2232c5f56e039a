using Ombud.Domain;

namespace Ombud.Projections.Figures;

/// <summary>Classes of how long a case has been open since its receipt, in calendar days.</summary>
internal static class OpenAges
{
    private static readonly (string Code, int From, Phrase Label)[] Classes =
    [
        ("up_to_30", 0, new("Inntil 30 dager", "Indtil 30 dage", "Up to 30 days", "Inntil 30 dagar")),
        ("31_to_90", 31, new("31 til 90 dager", "31 til 90 dage", "31 to 90 days", "31 til 90 dagar")),
        ("91_to_180", 91, new("91 til 180 dager", "91 til 180 dage", "91 to 180 days", "91 til 180 dagar")),
        ("over_180", 181, new("Over 180 dager", "Over 180 dage", "Over 180 days", "Over 180 dagar")),
    ];

    public static IEnumerable<(string Code, Phrase Label)> All => Classes.Select(each => (each.Code, each.Label));

    public static string Of(int days) => Classes.Last(each => each.From <= days).Code;

    /// <summary>The place of the class among them, from 0.</summary>
    public static string Sql(string days) => $"width_bucket({days}, array[{string.Join(", ", Classes[1..].Select(each => each.From))}])";

    /// <summary>The code of the class.</summary>
    public static string CodeSql(string days) => $"(array[{string.Join(", ", Classes.Select(each => $"'{each.Code}'"))}])[1 + {Sql(days)}]";

    public static string At(int place) => Classes[place].Code;
}
