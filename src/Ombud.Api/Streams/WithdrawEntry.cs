using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using JasperFx.Events;
using Microsoft.AspNetCore.Http.HttpResults;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Entries;
using Ombud.Integrity;
using Ombud.Projections.Engine;

namespace Ombud.Api.Streams;

/// <summary>Withdraws an entry of a stream, or replaces it by what should have been recorded.</summary>
internal static class WithdrawEntry
{
    /// <summary>What is asked for.</summary>
    /// <param name="Reason">Why the entry is wrong, in general form: whoever may read the history may read it.</param>
    /// <param name="Replacement">
    /// The body of the endpoint that recorded the entry, as it should have been. Its day is that of the entry, unless it is given.
    /// </param>
    internal sealed record Withdrawal([property: MaxLength(Limits.Line)] string Reason, JsonObject? Replacement = null);

    /// <param name="noun">What the stream is called, such as <c>case</c>.</param>
    /// <param name="command">Makes the command of version, reason and replacement.</param>
    public static void Map<TState, TCommand, TView>(
        RouteGroupBuilder group,
        string noun,
        EntryCommands<TCommand> entries,
        Func<int, string, TCommand?, TCommand> command,
        Func<Guid, long, TState, TView> view,
        string scope
    )
        where TState : class
        where TCommand : class =>
        group
            .MapPost(
                "/{id:guid}/entries/{version:int:min(1)}/withdrawal",
                async Task<Results<Ok<TView>, Problem>> (
                    Guid id,
                    int version,
                    Body<Withdrawal> body,
                    ExpectedVersion ifMatch,
                    Caller caller,
                    TenantEventStore store,
                    ICommandHandler<TState, TCommand> handler,
                    HttpContext http,
                    CancellationToken cancel
                ) =>
                {
                    TCommand? replacement = null;
                    if (body.Value.Replacement is { } given)
                    {
                        // What an entry is never changes, so that it can be read before the stream is locked.
                        var recorded = await store.FetchStreamAsync(caller.Tenant, id, cancel, upTo: version);
                        var read = recorded.Count == version ? Read(entries, recorded, given) : null;
                        if (read?.Faults is { Count: > 0 } faults)
                            return Problems.Invalid([
                                .. faults.Select(fault => fault with { Field = $"replacement.{fault.Field}".TrimEnd('.') }),
                            ]);
                        replacement = read?.Value;
                    }
                    return (
                        await handler.HandleAsync(caller, id, command(version, body.Value.Reason, replacement), ifMatch.Value, cancel)
                    ).ToResult(http, (now, state) => view(id, now, state));
                }
            )
            .WithName($"withdraw{noun.AsName()}Entry")
            .WithSummary($"Withdraw or replace an entry of a {noun}")
            .WithDescription(
                $"Takes back an entry of a {noun} that was recorded wrongly, or puts in its place what should have been recorded, in one "
                    + "step. From then on the entry counts nowhere; as of any moment before, everything stays as it was, and the history "
                    + "shows both. What later entries computed from it is computed anew. Where later entries cannot stand without it, "
                    + "nothing changes and they are named."
            )
            .RequireScope(scope)
            .WithMetadata(new SendsETag(), new ReplacementBodies([.. entries.Bodies]));

    private static Input<TCommand>? Read<TCommand>(EntryCommands<TCommand> entries, IReadOnlyList<IEvent> recorded, JsonObject given)
        where TCommand : class
    {
        var standing = recorded.Select(each => each.Data).Aggregate(StreamEntries.None, (known, next) => known.With(next)).Standing();
        return entries.Read(recorded[^1].Data, standing is [{ Version: var first }, ..] && first == recorded.Count, given);
    }
}

/// <summary>What a replacement can be: the contract says so.</summary>
internal sealed record ReplacementBodies(IReadOnlyList<Type> Types);
