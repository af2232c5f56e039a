using Ombud.Domain;

namespace Ombud.Api.Http;

/// <summary>
/// The faults that are named to whoever made them: the first, and of each no more than can be read. An answer that named all would be many
/// times as long as the request.
/// </summary>
/// <param name="Further">How many there are beside those that are named.</param>
internal sealed record NamedFaults(IReadOnlyList<Fault> Named, int Further)
{
    public const int Most = 50;
    private const int LongestValue = 200;
    private const int LongestDetail = 4000;

    public static NamedFaults Of(IReadOnlyCollection<Fault> faults) =>
        new(
            [
                .. faults
                    // What is wrong with a list as a whole says more than what is wrong with its items.
                    .OrderBy(fault => faults.Count > Most && fault.Field.Contains('['))
                    .Take(Most)
                    .Select(fault =>
                        fault with
                        {
                            Field = Short(fault.Field, LongestValue),
                            Detail = Short(fault.Detail, LongestDetail),
                            Value = fault.Value is null ? null : Short(fault.Value, LongestValue),
                        }
                    ),
            ],
            Math.Max(0, faults.Count - Most)
        );

    /// <summary>The text, or so much of it as may stand, with a sign that it goes on. No character is cut in two.</summary>
    private static string Short(string text, int longest) =>
        text.Length <= longest ? text
        : char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)] + "…"
        : text[..longest] + "…";
}
