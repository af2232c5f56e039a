namespace Ombud.Domain.Entries;

/// <summary>A command that takes back an entry, or puts what should have been recorded in its place.</summary>
/// <typeparam name="TCommand">What the replacement is a command of.</typeparam>
public interface IEntryWithdrawal<out TCommand>
    where TCommand : class
{
    /// <summary>The version of the entry.</summary>
    int Version { get; }

    /// <summary>Why it is wrong, in general form: it stands readable in the history.</summary>
    string Reason { get; }

    /// <summary>What should have been recorded; null where nothing should.</summary>
    TCommand? Replacement { get; }
}
