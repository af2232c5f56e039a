using Ombud.Domain.Cases;

namespace Ombud.Benchmarks.Stores;

/// <summary>A store that takes commands on cases: Ombud's, and others to hold it against. All decide by the rules of the domain.</summary>
internal interface ICaseStore : IAsyncDisposable
{
    /// <summary>Begins a case.</summary>
    Task ReceiveAsync(ReceiveCase command);

    /// <summary>Reads a case, decides, and appends to it.</summary>
    Task ContinueAsync(Guid id, CaseCommand command);
}
