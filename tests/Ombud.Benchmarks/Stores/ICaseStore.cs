using Ombud.Domain.Cases;

namespace Ombud.Benchmarks.Stores;

/// <summary>A store of cases that takes commands: Ombud's, and others to hold it against. Each decides by the same rules of the domain.</summary>
internal interface ICaseStore : IAsyncDisposable
{
    /// <summary>Begins a case.</summary>
    Task ReceiveAsync(ReceiveCase command);

    /// <summary>Reads a case, decides, and appends to it.</summary>
    Task ContinueAsync(Guid id, CaseCommand command);
}
