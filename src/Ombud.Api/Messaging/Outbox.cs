using Npgsql;
using Wolverine;
using Wolverine.RDBMS;
using Wolverine.Runtime;

namespace Ombud.Api.Messaging;

/// <summary>Sends messages that are kept before they are sent, so that a crash loses none.</summary>
internal sealed class Outbox(IWolverineRuntime runtime)
{
    /// <summary>Keeps a message and sends it.</summary>
    public async Task SendAsync<T>(string tenant, T message)
        where T : notnull => await new MessageContext(runtime, tenant).SendAsync(message, new() { TenantId = tenant });

    /// <summary>
    /// Keeps a message in a transaction of the owner role: it is there if and only if the transaction commits. Whoever has committed sends
    /// it at once with <see cref="PendingMessage.SendAsync"/>; else the next node that finds it does.
    /// </summary>
    public async Task<PendingMessage> KeepAsync<T>(NpgsqlTransaction transaction, string tenant, T message)
        where T : notnull
    {
        var context = new MessageContext(runtime, tenant);
        await context.EnlistInOutboxAsync(new DatabaseEnvelopeTransaction((IMessageDatabase)runtime.Storage, transaction));
        await context.SendAsync(message, new() { TenantId = tenant });
        return new(context);
    }
}

/// <summary>A message that a transaction has kept and nobody has sent.</summary>
internal sealed class PendingMessage(MessageContext context)
{
    public Task SendAsync() => context.FlushOutgoingMessagesAsync();
}
