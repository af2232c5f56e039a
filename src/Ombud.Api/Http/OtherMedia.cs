namespace Ombud.Api.Http;

/// <summary>The media types beside JSON that an endpoint answers with, as Accept asks.</summary>
internal sealed record OtherMedia(params string[] Types)
{
    /// <summary>What those that are JSON hold; null where none is.</summary>
    public Type? Json { get; init; }
}
