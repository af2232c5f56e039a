using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace Ombud.Domain;

/// <summary>
/// How long and how large what is given may be. The limits stand as attributes at the properties of what is given; they are enforced
/// here, and the contract is written from them.
/// </summary>
public static class Limits
{
    /// <summary>Of a text in one line.</summary>
    public const int Line = 500;

    /// <summary>Of a text that fills a page.</summary>
    public const int Passage = 4000;

    /// <summary>Of a section of a report's text: several pages.</summary>
    public const int Section = 20000;

    /// <summary>Of codes in one list: far more than offices use, and few enough to be included in an index.</summary>
    public const int Codes = 20;

    /// <summary>Of rules for one deadline: more than any matter is under.</summary>
    public const int Rules = 5;

    /// <summary>Of ids or numbers of other things in one list.</summary>
    public const int References = 200;

    /// <summary>Of a code in a municipality's lists; its end is left to whoever uses it.</summary>
    public const string CodePattern = "^[a-z][a-z0-9_]{0,62}";

    /// <summary>Of the id of a municipality's own rule.</summary>
    public const string RulePattern = "^[A-Za-z][A-Za-z0-9.-]{0,63}";

    /// <summary>Of a term: so many years at the most that its end still is a date.</summary>
    public const string TermPattern = "^P([1-9][0-9]{0,3}(WD|D|W|M)|[1-9][0-9]?Y)";

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(PropertyInfo Property, ValidationAttribute Limit)>> Known = [];

    /// <summary>Every property of a record that is longer or larger than it may be.</summary>
    /// <param name="within">The field that holds the record, where it is not the whole of what is given.</param>
    public static IEnumerable<Fault> Of(object given, string? within = null) =>
        from known in Known.GetOrAdd(given.GetType(), type => [.. At(type)])
        let name = JsonNamingPolicy.CamelCase.ConvertName(known.Property.Name)
        from fault in Faults(within is null ? name : $"{within}.{name}", known.Property.GetValue(given), known.Limit)
        select fault;

    private static IEnumerable<(PropertyInfo, ValidationAttribute)> At(Type type) =>
        from property in type.GetProperties()
        from limit in property.GetCustomAttributes<ValidationAttribute>()
        select (property, limit);

    private static IEnumerable<Fault> Faults(string field, object? value, ValidationAttribute limit) =>
        (limit, value) switch
        {
            (MaxLengthAttribute most, string text) => OfText(field, text, most),
            (MaxLengthAttribute most, Confidential { Readable: { } text }) => OfText(field, text, most),
            (MaxLengthAttribute { Length: var most }, ICollection list) when list.Count > most =>
            [
                new(field, "too_many", $"At most {most} of {field}."),
            ],
            (RangeAttribute { Minimum: int least, Maximum: int most }, int number) when number < least || number > most =>
            [
                new(field, "out_of_range", most == int.MaxValue ? $"Give {least} or more." : $"Give {least} to {most}.")
                {
                    Value = $"{number}",
                },
            ],
            (NotNilAttribute, Guid id) when id == Guid.Empty => [new(field, "invalid_value", "The nil UUID is no id.")],
            _ => [],
        };

    private static IEnumerable<Fault> OfText(string field, string text, MaxLengthAttribute most)
    {
        // A character beyond the first plane is one, as in JSON Schema.
        if (text.Length > most.Length && text.EnumerateRunes().Count() > most.Length)
            yield return new(field, "too_long", $"At most {most.Length} characters.");
        // PostgreSQL's jsonb cannot hold U+0000, and no other control character means anything here.
        if (
            most is ProseAttribute ? text.Any(each => char.IsControl(each) && each is not ('\n' or '\r' or '\t')) : text.Any(char.IsControl)
        )
            yield return new(
                field,
                "control_character",
                most is ProseAttribute ? "No control characters but line ends and tabs." : "No control characters."
            );
    }
}

/// <summary>An id that is not the nil UUID.</summary>
public sealed class NotNilAttribute : ValidationAttribute;

/// <summary>A text that people write in several lines.</summary>
public sealed class ProseAttribute(int length = Limits.Passage) : MaxLengthAttribute(length);
