namespace Ombud.Domain.Municipalities;

/// <summary>A municipality's own list of codes. It gets a new version whenever an entry is added, changed or dropped.</summary>
/// <param name="Name">The list's name in camelCase, such as <c>serviceAreas</c>.</param>
/// <param name="Version">1 for the first.</param>
/// <param name="Codes">The codes in use, in the municipality's order.</param>
/// <param name="Retired">Codes of earlier versions: never given to a new case, still readable on old ones.</param>
public sealed record CodeList(string Name, int Version, IReadOnlyList<Code> Codes, IReadOnlyList<Code> Retired)
{
    public static CodeList Empty(string name) => new(name, 0, [], []);

    public bool Contains(string code) => Codes.Any(known => known.Value == code);

    /// <summary>True for codes in use and retired ones: what old cases may be asked for.</summary>
    public bool EverContained(string code) => Codes.Concat(Retired).Any(known => known.Value == code);

    /// <summary>The label of a code in use or retired; the code itself where the list never had it.</summary>
    public string Label(string code, string language) =>
        Codes.Concat(Retired).FirstOrDefault(known => known.Value == code)?.Label(language) ?? code;

    /// <summary>The one code that has this label in one of the languages; null where none has it, or several.</summary>
    public string? CalledSo(string label) =>
        Codes.Where(code => code.IsCalled(label)).Select(code => code.Value).Distinct().ToList() is [var only] ? only : null;

    /// <summary>Where a code stands in the list; after all others where it is not in use.</summary>
    public int PlaceOf(string code) => Codes.TakeWhile(known => known.Value != code).Count();

    public CodeList Replaced(IReadOnlyList<Code> codes) =>
        codes.SequenceEqual(Codes)
            ? this
            : new(Name, Version + 1, codes, [.. Codes.Concat(Retired).Where(old => codes.All(code => code.Value != old.Value))]);

    public Fault Unknown(string field, string value) =>
        new(
            field,
            "unknown_code",
            $"'{value}' is not in {Name} version {Version}. Known codes: {string.Join(", ", Codes.Select(code => code.Value))}."
        )
        {
            Value = value,
            List = Name,
            ListVersion = Version,
        };
}
