using Wolverine;
using Wolverine.Runtime;
using Wolverine.Runtime.Handlers;

namespace Ombud.Api.Messaging;

/// <summary>What is done with a message of one type.</summary>
internal interface IHandle<in TMessage>
{
    Task HandleAsync(TMessage message, CancellationToken cancel);
}

/// <summary>Gives messages of one type to the service that handles them, without generated code.</summary>
/// <param name="timeout">After which the handling is cancelled.</param>
internal sealed class ServiceHandler<TMessage, TService>(TimeSpan timeout) : MessageHandler<TMessage>
    where TService : IHandle<TMessage>
{
    public override void ConfigureChain(HandlerChain chain)
    {
        chain.ExecutionTimeoutInSeconds = (int)timeout.TotalSeconds;
        chain.SuccessLogLevel = chain.ProcessingLogLevel = LogLevel.None;
    }

    protected override Task HandleAsync(TMessage message, MessageContext context, CancellationToken cancellation) =>
        context.Runtime.Services.GetRequiredService<TService>().HandleAsync(message, cancellation);
}

internal static class ServiceHandlers
{
    /// <summary>Registers a message, and which service handles it. It has a durable queue of its own.</summary>
    /// <param name="queue">The queue's name, which messages that wait in it bear: it never changes.</param>
    /// <param name="atOnce">How many such messages are handled at once on a node.</param>
    /// <param name="timeout">After which the handling of one is cancelled.</param>
    public static void Handle<TMessage, TService>(this WolverineOptions options, string queue, int atOnce, TimeSpan timeout)
        where TService : IHandle<TMessage>
    {
        options.AddMessageHandler(new ServiceHandler<TMessage, TService>(timeout));
        options.PublishMessage<TMessage>().ToLocalQueue(queue).UseDurableInbox().MaximumParallelMessages(atOnce);
    }
}
