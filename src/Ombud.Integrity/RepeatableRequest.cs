namespace Ombud.Integrity;

/// <summary>
/// A request that its caller may send again without doing it twice: its key is written in the transaction that does it, so that no crash
/// parts the two.
/// </summary>
/// <param name="Key">The digest of the caller and of the key it chose.</param>
/// <param name="Request">The digest of what it asked for; another request under the same key is not the same.</param>
/// <param name="Done">What came of it, where it was done before; nothing is written then.</param>
public sealed record RepeatableRequest(string Key, string Request, DoneBefore? Done = null);

/// <param name="Stream">What the answer spoke of.</param>
/// <param name="Version">The version that it was at then.</param>
/// <param name="Answer">The answer, enciphered, where it does not follow from the stream at that version.</param>
public sealed record DoneBefore(Guid Stream, long Version, byte[]? Answer = null);

/// <summary>The same request is being done at this moment, by another connection.</summary>
public sealed class RequestUnderWayException() : Exception("The same request is being done at this moment.");
