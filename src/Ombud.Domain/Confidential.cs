using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Ombud.Domain;

/// <summary>
/// A text that may tell of a person. It comes in clear with a command and is written down only enciphered, under a key of that person;
/// states and rows never hold it.
/// </summary>
[JsonConverter(typeof(ConfidentialConverter))]
public abstract record Confidential
{
    private Confidential() { }

    /// <summary>The text, where it is in clear: to be checked against rules, never to be shown.</summary>
    public string? Readable => (this as Clear)?.Text;

    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Confidential?(string? text) => text is null ? null : new Clear(text);

    public sealed override string ToString() => "(confidential)";

    public sealed record Clear(string Text) : Confidential;

    /// <param name="Cipher">Base64, as the store's secrets write it.</param>
    public sealed record Enciphered(string Cipher) : Confidential;
}

/// <summary>An event that may hold confidential texts.</summary>
public interface IConfidential
{
    /// <summary>Whose key its texts are under; null while it has none.</summary>
    Guid? Person { get; }

    /// <summary>The same event under a person's key.</summary>
    /// <param name="each">Answers for a field's name and text what stands in its place.</param>
    IConfidential Under(Guid person, Func<string, Confidential, Confidential> each);
}

/// <summary>What there is to read in an event that may hold confidential texts.</summary>
public static class ConfidentialTexts
{
    public static IReadOnlyList<(string Field, Confidential Text)> Texts(this IConfidential @event)
    {
        var texts = new List<(string, Confidential)>();
        @event.Under(
            Guid.Empty,
            (field, text) =>
            {
                texts.Add((field, text));
                return text;
            }
        );
        return texts;
    }
}
