using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Ombud.Api.Http;

/// <summary>The media type that the answers of an endpoint have where nothing else is asked for.</summary>
internal sealed record MainMedia(string Type);

/// <summary>Marks an endpoint whose answer a page shows, at the same address without the version. A browser is led there.</summary>
internal sealed record HasPage;

/// <summary>
/// What a caller accepts and how its body is encoded, the same for all endpoints: what cannot be answered or read is refused before
/// anything is done.
/// </summary>
internal static class ContentNegotiation
{
    private const string NotEncoded = "identity";

    /// <summary>After the caller is known.</summary>
    public static void UseContentNegotiation(this WebApplication app) => app.Use(AnswerAsync);

    /// <summary>The media type in which this request is answered.</summary>
    public static string MediaType(this HttpContext context) => context.Features.Get<Chosen>()!.Type;

    private sealed record Chosen(string Type);

    private static Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata is not { } metadata || metadata.GetMetadata<MainMedia>() is not { } main)
            return next(context);
        if (IsEncoded(context))
        {
            context.Response.Headers.AcceptEncoding = NotEncoded;
            return (
                Problems.OfStatus(StatusCodes.Status415UnsupportedMediaType) with
                {
                    Detail = "Send the body as it is, without Content-Encoding.",
                }
            ).ExecuteAsync(context);
        }
        string[] offered = [main.Type, .. metadata.GetMetadata<OtherMedia>()?.Types ?? []];
        var hasPage = metadata.GetMetadata<HasPage>() is not null;
        if (offered.Length > 1 || hasPage)
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        if (main.Type == MediaTypes.Html || metadata.GetMetadata<QueryMetadata>() is { HasLanguage: true })
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        if (hasPage && Accept.PrefersPage(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = context.Request.Path.Value!["/v1".Length..] + context.Request.QueryString;
            return Task.CompletedTask;
        }
        if (Accept.Best(context.Request.Headers.Accept, offered) is not { } best)
            return (
                Problems.OfStatus(StatusCodes.Status406NotAcceptable) with
                {
                    Detail = $"Name one of these in Accept, or leave Accept out: {string.Join(", ", offered)}.",
                }
            ).ExecuteAsync(context);
        context.Features.Set(new Chosen(best));
        return next(context);
    }

    private static bool IsEncoded(HttpContext context) =>
        context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true }
        && context
            .Request.Headers.GetCommaSeparatedValues(HeaderNames.ContentEncoding)
            .Any(coding => !coding.Equals(NotEncoded, StringComparison.OrdinalIgnoreCase));
}
