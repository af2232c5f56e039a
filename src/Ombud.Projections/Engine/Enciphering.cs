using Ombud.Domain;
using Ombud.Integrity.Secrets;

namespace Ombud.Projections.Engine;

/// <summary>Puts an event's confidential texts under the key of whom they tell, before anything of it is written or sealed.</summary>
public static class Enciphering
{
    // What is recorded again, as it followed from an entry that was withdrawn, is under its key already.
    public static bool Concerns(object @event) =>
        @event is IConfidential confidential
        && (
            confidential.Texts() is { Count: > 0 } texts
                ? texts.Any(each => each.Text is Confidential.Clear)
                : confidential.Person is not null
        );

    public static object Of(SubjectKeys keys, string tenant, Guid stream, object @event)
    {
        if (!Concerns(@event))
            return @event;
        var confidential = (IConfidential)@event;
        var key = keys.For(stream, confidential.Person);
        return confidential.Under(
            key.Subject,
            (field, text) =>
                text is Confidential.Clear clear
                    ? new Confidential.Enciphered(key.Encipher(clear.Text, Place(tenant, stream, field)))
                    : text
        );
    }

    /// <summary>What the text says; null where its key is gone.</summary>
    public static string? Read(Confidential text, SubjectKey? key, string tenant, Guid stream, string field) =>
        text switch
        {
            Confidential.Enciphered enciphered => key?.Decipher(enciphered.Cipher, Place(tenant, stream, field)),
            // Written before texts were enciphered.
            _ => text.Readable,
        };

    private static string Place(string tenant, Guid stream, string field) => $"text {tenant}/{stream}/{field}";
}
