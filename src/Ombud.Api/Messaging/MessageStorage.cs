using JasperFx;
using Wolverine.Runtime;

namespace Ombud.Api.Messaging;

/// <summary>The tables of durable messages. They belong to the owner role; that of callers has no rights there.</summary>
internal sealed class MessageStorage(IWolverineRuntime runtime)
{
    /// <summary>Creates what is missing. Safe to run at every start, from several nodes: Wolverine lets one at a time do it.</summary>
    public Task CreateAsync() => runtime.Storage.Admin.MigrateAsync(AutoCreate.CreateOrUpdate);
}
