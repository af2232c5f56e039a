using Ombud.Benchmarks.Harness;
using Ombud.Domain.Cases;
using Ombud.Projections.Engine;

namespace Ombud.Benchmarks.Stores;

/// <summary>Ombud as it serves a caller: isolation, seals, closed history and rows, all in the command's transaction.</summary>
internal sealed class OmbudCases(Office office) : ICaseStore
{
    public Task ReceiveAsync(ReceiveCase command) => HandleAsync(Guid.CreateVersion7(), command);

    public Task ContinueAsync(Guid id, CaseCommand command) => HandleAsync(id, command);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task HandleAsync(Guid id, CaseCommand command)
    {
        var outcome = await office.Handler.HandleAsync(office.Caller, id, command, null, default);
        if (outcome is not Outcome<Case>.Recorded { RecordedAt: not null })
            throw new InvalidOperationException("Nothing was recorded.");
    }
}
