using System.Buffers;
using System.Text.Json;
using Ombud.Integrity.Json;

namespace Ombud.Api.Http;

/// <summary>JSON objects one a line, written as they come: memory does not grow with their number.</summary>
internal sealed class JsonLines<T>(IAsyncEnumerable<T> items) : IResult
{
    private const int FlushEvery = 200;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (body, cancel, written) = (httpContext.Response.BodyWriter, httpContext.RequestAborted, 0);
        httpContext.Response.ContentType = MediaTypes.JsonLines;
        await foreach (var item in items.WithCancellation(cancel))
        {
            await using (var json = new Utf8JsonWriter(body, new() { Encoder = EventJson.Options.Encoder }))
                JsonSerializer.Serialize(json, item, EventJson.Options);
            body.Write("\n"u8);
            if (++written % FlushEvery == 0)
                await body.FlushAsync(cancel);
        }
        await body.FlushAsync(cancel);
    }
}
