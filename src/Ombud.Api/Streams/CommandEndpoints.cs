using Microsoft.AspNetCore.Http.HttpResults;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Projections.Engine;

namespace Ombud.Api.Streams;

/// <summary>The addresses under which commands of one kind are given.</summary>
/// <param name="group">Where they live, such as <c>/v1/measures</c>.</param>
/// <param name="view">What is answered: id, version and state.</param>
/// <param name="metadata">Of each endpoint.</param>
internal sealed class CommandEndpoints<TState, TCommand, TView>(
    RouteGroupBuilder group,
    Func<Guid, long, TState, TView> view,
    params object[] metadata
)
    where TState : class
    where TCommand : class
{
    /// <summary>What whoever gives them must be allowed.</summary>
    public string Scope { get; init; } = Scopes.CasesWrite;

    /// <summary>What makes a new one.</summary>
    public CommandEndpoints<TState, TCommand, TView> MapCreate<TGiven>(
        string address,
        string path,
        string name,
        string summary,
        string description,
        string? scope = null
    )
        where TGiven : class, TCommand, ICreating
    {
        group
            .MapPost(
                path,
                async Task<Results<Created<TView>, Problem>> (
                    Body<TGiven> body,
                    Caller caller,
                    ICommandHandler<TState, TCommand> handler,
                    HttpContext http,
                    CancellationToken cancel
                ) =>
                {
                    var id = caller.NewStream(body.Value.Id);
                    var outcome = await handler.HandleAsync(caller, id, body.Value, expectedVersion: null, cancel);
                    // Somebody made one under this id at the same moment: now it is there, and what is refused says so.
                    if (outcome is Outcome<TState>.WrongVersion)
                        outcome = await handler.HandleAsync(caller, id, body.Value, expectedVersion: null, cancel);
                    return outcome.ToCreatedResult(http, $"{address}/{id}", (version, state) => view(id, version, state));
                }
            )
            .WithName(name)
            .WithSummary(summary)
            .WithDescription(description)
            .RequireScope(scope ?? Scope)
            .WithMetadata([new SendsETag(), .. metadata]);
        return this;
    }

    /// <summary>What changes one.</summary>
    public CommandEndpoints<TState, TCommand, TView> MapChange<TGiven>(string path, string name, string summary, string description)
        where TGiven : class, TCommand
    {
        group
            .MapPost(
                $"/{{id:guid}}/{path}",
                async Task<Results<Ok<TView>, Problem>> (
                    Guid id,
                    Body<TGiven> body,
                    ExpectedVersion ifMatch,
                    Caller caller,
                    ICommandHandler<TState, TCommand> handler,
                    HttpContext http,
                    CancellationToken cancel
                ) =>
                    (await handler.HandleAsync(caller, id, body.Value, ifMatch.Value, cancel)).ToResult(
                        http,
                        (version, state) => view(id, version, state)
                    )
            )
            .WithName(name)
            .WithSummary(summary)
            .WithDescription(description)
            .RequireScope(Scope)
            .WithMetadata([new SendsETag(), .. metadata]);
        return this;
    }

    /// <summary>What takes back an entry of one, or puts another in its place.</summary>
    /// <inheritdoc cref="WithdrawEntry.Map"/>
    public void MapWithdrawal(string noun, EntryCommands<TCommand> entries, Func<int, string, TCommand?, TCommand> command) =>
        WithdrawEntry.Map(group, noun, entries, command, view, Scope);
}
