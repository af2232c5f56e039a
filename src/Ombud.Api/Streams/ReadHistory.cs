using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using JasperFx.Events;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Integrity;
using Ombud.Projections.Engine;

namespace Ombud.Api.Streams;

/// <summary>The audit replay: every event with who, when, and what it changed.</summary>
internal static class ReadHistory
{
    internal sealed record Wanted(
        [property: AsOf("Only what was known then.")] Instant? AsOf = null,
        [property: Description("Only so many events."), Range(1, int.MaxValue)] int? Version = null,
        [property: Description("By the time of recording, or by the day it happened.")] HistoryOrder Order = HistoryOrder.Recorded
    );

    /// <summary>What else belongs in line with a stream's own events.</summary>
    /// <param name="upTo">Only what was recorded by then; all, unless it is given.</param>
    public delegate Task<IReadOnlyList<HistoryEntry>> RelatedEntries<TState>(
        IServiceProvider services,
        string tenant,
        TState state,
        Instant? upTo,
        CancellationToken cancel
    );

    /// <param name="noun">What it is called, such as <c>case</c>.</param>
    public static void Map<TState, TView>(
        RouteGroupBuilder group,
        StreamKind<TState> kind,
        string noun,
        Refusal notFound,
        Func<Guid, long, TState, TView> view,
        Func<TState, string?>? number = null,
        RelatedEntries<TState>? related = null,
        HasPage? page = null,
        string scope = Scopes.CasesRead
    )
        where TState : class =>
        group
            .MapGet(
                "/{id:guid}/history",
                async Task<Results<HistoryDocument, StatusCodeHttpResult, Problem>> (
                    Guid id,
                    Query<Wanted> query,
                    Caller caller,
                    TenantEventStore store,
                    IClock clock,
                    HttpContext http,
                    CancellationToken cancel
                ) =>
                {
                    var wanted = query.Value;
                    var found = await ReadStream.FindAsync(
                        kind,
                        notFound,
                        caller.Tenant,
                        id,
                        wanted.AsOf,
                        wanted.Version,
                        store,
                        clock,
                        cancel
                    );
                    if (found.Problem is { } problem)
                        return problem;
                    var title = number?.Invoke(found.State!);
                    var entries = HistoryEntries.Of(
                        kind,
                        HistorySubject.Of(kind.Type, id, title),
                        found.Events,
                        state => view(id, 0, state)
                    );
                    if (related is not null)
                        entries = HistoryEntries.Merge(
                            entries,
                            await related(
                                http.RequestServices,
                                caller.Tenant,
                                found.State!,
                                UpTo(wanted.AsOf, wanted.Version, found.Events),
                                cancel
                            )
                        );
                    var document = HistoryDocument.Of(
                        new(id, title, wanted.Order == HistoryOrder.Recorded ? entries : [.. entries.OrderBy(entry => entry.OccurredOn)]),
                        http.MediaType()
                    );
                    http.Response.Headers.ETag = document.ETag;
                    return http.Request.Has(document.ETag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : document;
                }
            )
            .WithName($"read{noun.AsName()}History")
            .WithSummary($"Read the history of a {noun}")
            .WithDescription(
                $"Lists every event of a {noun}{(related is null ? "" : ", and in line with them what touches it")}: when it "
                    + "happened, when it was recorded, by whom, and what it changed. Accept decides the form: JSON, JSON line by "
                    + "line, or a CSV table with a row for each changed field."
            )
            .Produces<StreamHistory>()
            .WithMetadata([new OtherMedia(HistoryDocument.Types[1..]), new SendsETag(), .. page is null ? [] : new[] { page }])
            .RequireScope(scope);

    /// <summary>The moment up to which other streams are shown beside these events: that of the version asked for, where one was.</summary>
    public static Instant? UpTo(Instant? asOf, int? version, IReadOnlyList<IEvent> events) =>
        asOf ?? (version is null ? null : events[^1].RecordedAt());
}
