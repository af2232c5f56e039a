using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Ombud.Api.Http;
using Ombud.Domain;

namespace Ombud.Api.Imports;

/// <summary>A body that is a file to import. It tells of people: it is held in memory and never on a disk in clear.</summary>
internal sealed record UploadedFile(ReadOnlyMemory<byte> Bytes, string MediaType, IReadOnlyList<Fault> Faults)
    : IInput,
        IBody,
        IEndpointParameterMetadataProvider
{
    public const int Largest = 50_000_000;

    public static readonly string[] MediaTypes = [Http.MediaTypes.Csv, Http.MediaTypes.JsonLines, Http.MediaTypes.Xlsx];

    public string? Digest { get; private init; }

    public static async ValueTask<UploadedFile> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var type = context.Request.GetTypedHeaders().ContentType;
        if (
            type is null
            || MediaTypes.FirstOrDefault(known => type.MediaType.Equals(known, StringComparison.OrdinalIgnoreCase)) is not { } mediaType
        )
            throw new BadHttpRequestException($"Send one of {string.Join(", ", MediaTypes)}.", StatusCodes.Status415UnsupportedMediaType);
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        var read = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        return new(read, mediaType, read.IsEmpty ? [new("body", "required", "Send the file as the body.")] : [])
        {
            Digest = IdempotencyKey.DigestOf(context.Request, read.Span),
        };
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(MediaTypes, typeof(byte[])));
}
