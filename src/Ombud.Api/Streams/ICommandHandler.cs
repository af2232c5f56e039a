using Ombud.Api.Http;
using Ombud.Projections.Engine;

namespace Ombud.Api.Streams;

/// <summary>Every command of one kind, from the stream to what is answered: loaded, decided and recorded in two round trips.</summary>
internal interface ICommandHandler<TState, TCommand>
{
    /// <param name="expectedVersion">The versions the caller has seen, or null where it does not matter.</param>
    Task<Outcome<TState>> HandleAsync(
        Caller caller,
        Guid id,
        TCommand command,
        ExpectedVersions? expectedVersion,
        CancellationToken cancel
    );
}
