using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Ombud.Api.Access;
using Ombud.Api.Http;

namespace Ombud.Api.Hosting;

/// <summary>
/// Answers in gzip or br, where the caller takes them and it is safe. The length of what is compressed tells how much of it is the same,
/// so whoever can put words of their own into an answer could guess at the rest of it (BREACH). Therefore none is compressed that needs
/// more than <c>cases:read</c> or <c>events:read</c>, no page about cases, because a page says its parameters again, and no problem. Nor
/// is anything for a person with a session, whom a page of another site can make ask, nor is one with an entity tag: a strong one is of the bytes as they are sent, and callers send it back in <c>If-Match</c>.
/// </summary>
internal sealed class AnswerCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options)
    : ResponseCompressionProvider(services, options)
{
    public static void Add(IServiceCollection services)
    {
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes =
            [
                MediaTypes.Json,
                MediaTypes.JsonLines,
                MediaTypes.Html,
                MediaTypes.Csv,
                "text/css",
                "text/javascript",
                "application/javascript",
            ];
        });
        // The fastest level makes the contract three times as large.
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
        services.Replace(ServiceDescriptor.Singleton<IResponseCompressionProvider, AnswerCompression>());
    }

    public override bool ShouldCompressResponse(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.Response is { StatusCode: StatusCodes.Status200OK, Headers.ETag.Count: 0 }
        && CallerIdentity.Of(context)?.PersonName is null
        && IsHarmless(context)
        && base.ShouldCompressResponse(context);

    private static bool IsHarmless(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>()?.Scope switch
        {
            null or Scopes.FiguresRead or Scopes.EventsRead => true,
            Scopes.CasesRead => context.Response.ContentType?.StartsWith(MediaTypes.Html, StringComparison.Ordinal) != true,
            _ => false,
        };
}
