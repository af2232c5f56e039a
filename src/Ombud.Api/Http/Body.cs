using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Ombud.Domain;

namespace Ombud.Api.Http;

/// <summary>A JSON body, read field by field. An empty one counts as an empty object.</summary>
internal sealed record Body<T>(T? Given, IReadOnlyList<Fault> Faults, object? Readable = null)
    : IInput,
        IBody,
        IEndpointParameterMetadataProvider
    where T : class
{
    public string? Digest { get; private init; }

    /// <summary>What was given; of a faulty body, in an endpoint that <see cref="NamesEveryFault"/>, what could be read of it.</summary>
    public T Value => Given ?? (T?)Readable ?? throw new InvalidOperationException("The body has faults.");

    public static async ValueTask<Body<T>> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (context.Request.ContentLength is null or > 0 && context.Request.ContentType is not null && !IsJsonInUtf8(context.Request))
            throw NotJson();
        using var text = new MemoryStream();
        await context.Request.Body.CopyToAsync(text, context.RequestAborted);
        // A page of another site can send a body without a type, unasked; one that says JSON its browser asks about first.
        if (text.Length > 0 && context.Request.ContentType is null)
            throw NotJson();
        var bytes = text.GetBuffer().AsSpan(0, (int)text.Length);
        var (given, fault) = JsonText.Read(bytes, "body");
        if (fault is not null)
            return new(null, [fault]);
        var input = InputReader.Read<T>(given!);
        return new(input.Value, input.Faults, input.Readable) { Digest = IdempotencyKey.DigestOf(context.Request, bytes) };
    }

    private static bool IsJsonInUtf8(HttpRequest request) =>
        request.HasJsonContentType()
        && (
            request.GetTypedHeaders().ContentType!.Charset is not { HasValue: true } charset
            || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        );

    private static BadHttpRequestException NotJson() => new("Send application/json in UTF-8.", StatusCodes.Status415UnsupportedMediaType);

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
}

internal interface IBody
{
    /// <inheritdoc cref="IdempotencyKey.DigestOf"/>
    string? Digest { get; }
}
