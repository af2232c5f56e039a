namespace Ombud.Api.Tables;

/// <summary>Names that a spreadsheet takes: not longer than 31 characters, none twice, and without the signs of its formulas.</summary>
internal static class SheetNames
{
    private const int Longest = 31;

    public static IReadOnlyList<string> Of(IEnumerable<string> titles)
    {
        // Excel takes names that differ only in case for the same.
        var given = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. titles.Select(title => Free(Plain(title), given))];
    }

    private static string Free(string title, HashSet<string> given)
    {
        var name = Cut(title, "");
        for (var other = 2; !given.Add(name); other++)
            name = Cut(title, $" ({other})");
        return name;
    }

    /// <summary>Cut between words where that leaves enough of it.</summary>
    private static string Cut(string title, string suffix)
    {
        var longest = Longest - suffix.Length;
        if (title.Length <= longest)
            return title + suffix;
        var kept = title[..(longest - 1)];
        var space = kept.LastIndexOf(' ');
        return $"{(space > longest / 2 ? kept[..space] : kept).TrimEnd()}…{suffix}";
    }

    private static string Plain(string title) =>
        string.Concat(title.Select(sign => "[]:*?/\\".Contains(sign, StringComparison.Ordinal) || char.IsControl(sign) ? ' ' : sign))
            .Trim(' ', '\'');
}
