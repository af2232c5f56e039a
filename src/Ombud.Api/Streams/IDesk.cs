using Ombud.Api.Http;
using Ombud.Projections.Engine;

namespace Ombud.Api.Streams;

/// <summary>Where every command of one kind is handled: loaded, decided and recorded in two round trips.</summary>
internal interface IDesk<TState, TCommand>
{
    Task<Outcome<TState>> HandleAsync(Caller caller, Guid id, TCommand command, long? expectedVersion, CancellationToken cancel);
}
