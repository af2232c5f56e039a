using NodaTime;

namespace Ombud.Domain.Municipalities;

/// <summary>A municipality's own list of codes. It gets a new version whenever an entry is added, changed or dropped.</summary>
/// <param name="Name">The list's name in camelCase, such as <c>serviceAreas</c>.</param>
/// <param name="Version">1 for the first.</param>
/// <param name="Codes">The codes with their days, in the municipality's order.</param>
/// <param name="Retired">Codes of earlier versions: never given to a new case, still readable on old ones.</param>
public sealed record CodeList(string Name, int Version, IReadOnlyList<Code> Codes, IReadOnlyList<Code> Retired)
{
    /// <summary>The day whose labels are read; null for the newest labels.</summary>
    public LocalDate? ReadOn { get; init; }

    public static CodeList Empty(string name) => new(name, 0, [], []);

    public bool Contains(string code) => Codes.Any(known => known.Value == code);

    public bool Contains(string code, LocalDate day) => Codes.Any(known => known.Value == code && known.IsInForce(day));

    /// <summary>True for a code that the list has, but not for this day.</summary>
    public bool IsOutOfForce(string code, LocalDate day) => Contains(code) && !Contains(code, day);

    /// <summary>True for codes in use and retired ones: what old cases may be asked for.</summary>
    public bool EverContained(string code) => Codes.Concat(Retired).Any(known => known.Value == code);

    /// <summary>The codes that are in force on any of these days, in the municipality's order.</summary>
    public IEnumerable<string> InForce(LocalDate from, LocalDate to) =>
        Codes.Where(code => !(to < code.InForceFrom) && !(from > code.InForceTo)).Select(code => code.Value).Distinct();

    /// <summary>What may be asked for: the codes of all days, and a retired one where it is asked for.</summary>
    public IEnumerable<string> Choices(string? asked) =>
        Codes.Concat(Retired.Where(code => code.Value == asked)).Select(code => code.Value).Distinct();

    /// <summary>The label of a code in use or retired; the code itself where the list never had it.</summary>
    public string Label(string code, string language)
    {
        var known = Codes.Concat(Retired).Where(each => each.Value == code).OrderBy(each => each.InForceFrom).ToList();
        return (known.FindLast(each => !(ReadOn < each.InForceFrom)) ?? known.FirstOrDefault())?.Label(language) ?? code;
    }

    /// <summary>The one code that has this label in one of the languages; null where none has it, or several.</summary>
    public string? CalledSo(string label) =>
        Codes.Where(code => code.IsCalled(label)).Select(code => code.Value).Distinct().ToList() is [var only] ? only : null;

    /// <summary>Where a code stands in the list; after all others where it is not in use.</summary>
    public int PlaceOf(string code) => Codes.TakeWhile(known => known.Value != code).Count();

    /// <summary>Codes that took each other's place, each group with all that it leads to by way of <see cref="Code.Replaces"/>.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Successions()
    {
        var groups = new List<HashSet<string>>();
        foreach (var code in Codes.Where(code => code.Replaces is { Count: > 0 }))
        {
            var group = code.Replaces!.Append(code.Value).ToHashSet();
            foreach (var met in groups.Where(group.Overlaps).ToList())
            {
                group.UnionWith(met);
                groups.Remove(met);
            }
            groups.Add(group);
        }
        var places = Codes.Concat(Retired).Select(code => code.Value).Distinct().ToList();
        return [.. groups.Select(group => places.Where(group.Contains).ToList()).OrderBy(group => places.IndexOf(group[0]))];
    }

    public CodeList Replaced(IReadOnlyList<Code> codes) =>
        codes.SequenceEqual(Codes)
            ? this
            : this with
            {
                Version = Version + 1,
                Codes = codes,
                Retired = [.. Codes.Concat(Retired).Where(old => codes.All(code => code.Value != old.Value))],
            };

    /// <summary>The fault of a code that is not in force on the day that something happened.</summary>
    public Fault Unknown(string field, string value, LocalDate day) =>
        Unknown(field, value, $" on {day:uuuu-MM-dd}. In force on that day", InForce(day, day));

    /// <summary>The fault of a code that is asked for and was never in the list.</summary>
    public Fault Unknown(string field, string value) => Unknown(field, value, ". Known codes", Codes.Select(code => code.Value).Distinct());

    private Fault Unknown(string field, string value, string when, IEnumerable<string> known) =>
        new(
            field,
            "unknown_code",
            $"'{value}' is not in {Name} version {Version}{when}: {string.Join(", ", known.DefaultIfEmpty("none"))}."
        )
        {
            Value = value,
            List = Name,
            ListVersion = Version,
        };
}
