using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Timeouts;
using Npgsql;
using Ombud.Api.Http;
using Ombud.Integrity.Json;

namespace Ombud.Api.Events;

/// <summary>
/// Events as they come, as server-sent events. It ends when the process stops, and after a while: the reader comes again.
/// </summary>
internal sealed class EventStream(
    EventFeed feed,
    CloudEvents cloudEvents,
    string tenant,
    long after,
    IReadOnlyCollection<string>? types,
    Guid? subject
) : IResult
{
    /// <summary>After so long without an event a comment shows, to both ends and whatever is between, that the connection lives.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <summary>Larger than a page that is asked for: what has piled up behind an open transaction is soon through.</summary>
    private const int AtOnce = 1000;

    /// <summary>Whoever comes again proves anew who it is, so that a key that was revoked reads no longer than that.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            httpContext.RequestAborted,
            httpContext.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping
        );
        end.CancelAfter(Longest);
        httpContext.Response.ContentType = MediaTypes.EventStream;
        // Tells nginx not to hold it back.
        httpContext.Response.Headers["X-Accel-Buffering"] = "no";
        if (httpContext.IsHead())
            return;
        try
        {
            await WriteAsync(httpContext.Response, "retry: 1000\n\n", end.Token);
            await FollowAsync(httpContext.Response, end.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or NpgsqlException)
        {
            // The reader has left, the process stops, or the database is away: whoever still wants events comes again.
        }
    }

    private async Task FollowAsync(HttpResponse response, CancellationToken end)
    {
        for (var position = after; ; )
        {
            var page = await feed.ReadAsync(tenant, position, types, subject, AtOnce, end);
            var text = new StringBuilder();
            foreach (var e in page.Events)
                text.Append("id: ")
                    .Append(Cursor.Write(new LogPlace(e.Sequence)))
                    .Append("\ndata: ")
                    .Append(JsonSerializer.Serialize(cloudEvents.Of(e), EventJson.Options))
                    .Append("\n\n");
            if (text.Length > 0)
                await WriteAsync(response, text.ToString(), end);
            position = page.Next;
            if (page.Events.Count < AtOnce && !await ComesAsync(position, end))
                await WriteAsync(response, ":\n\n", end);
        }
    }

    /// <returns>False after a silence.</returns>
    private async Task<bool> ComesAsync(long position, CancellationToken end)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(end);
        silence.CancelAfter(Silence);
        try
        {
            await feed.WaitAsync(tenant, position, silence.Token);
            return true;
        }
        catch (OperationCanceledException) when (!end.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken end)
    {
        await response.WriteAsync(text, end);
        await response.Body.FlushAsync(end);
    }
}
