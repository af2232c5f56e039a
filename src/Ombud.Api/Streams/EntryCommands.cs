using System.Text.Json.Nodes;
using Ombud.Api.Http;
using Ombud.Domain;

namespace Ombud.Api.Streams;

/// <summary>Which command records which entry, so that a replacement is read as the body of its endpoint.</summary>
internal sealed class EntryCommands<TCommand>
    where TCommand : class
{
    private readonly Dictionary<(Type Entry, bool Beginning), (Type Body, Func<object, JsonObject, Input<TCommand>> Read)> _bodies = [];

    private readonly HashSet<Type> _alone = [];

    /// <summary>The bodies that a replacement can have.</summary>
    public IEnumerable<Type> Bodies => _bodies.Values.Select(each => each.Body).Distinct();

    public IEnumerable<Type> Entries => _bodies.Keys.Select(each => each.Entry).Concat(_alone);

    /// <param name="completed">What the entry says that the body of its endpoint does not: of which request it is, for example.</param>
    public EntryCommands<TCommand> Entry<TEntry, TBody>(Func<TEntry, TBody, TCommand> completed)
        where TBody : class => Add<TEntry, TBody>(beginning: false, completed);

    public EntryCommands<TCommand> Entry<TEntry, TBody>()
        where TBody : class, TCommand => Add<TEntry, TBody>(beginning: false, (_, body) => body);

    /// <summary>An entry that a stream begins with.</summary>
    public EntryCommands<TCommand> Beginning<TEntry, TBody>()
        where TBody : class, TCommand => Add<TEntry, TBody>(beginning: true, (_, body) => body);

    /// <summary>An entry that is withdrawn alone: what should have been is recorded by its own endpoint.</summary>
    public EntryCommands<TCommand> Alone<TEntry>()
    {
        _alone.Add(typeof(TEntry));
        return this;
    }

    /// <param name="beginning">Whether the stream begins with the entry.</param>
    /// <returns>Null for an entry that no endpoint records.</returns>
    public Input<TCommand>? Read(object entry, bool beginning, JsonObject given) =>
        _alone.Contains(entry.GetType())
            ? new(null, [new("", "not_applicable", "This entry is withdrawn alone; record what should have been by its own endpoint.")])
        : _bodies.TryGetValue((entry.GetType(), beginning), out var body) ? body.Read(entry, given)
        : null;

    private EntryCommands<TCommand> Add<TEntry, TBody>(bool beginning, Func<TEntry, TBody, TCommand> completed)
        where TBody : class
    {
        _bodies.Add(
            (typeof(TEntry), beginning),
            (
                typeof(TBody),
                (entry, given) =>
                {
                    var input = InputReader.Read<TBody>(given);
                    return new(input.Value is { } body ? completed((TEntry)entry, body) : null, input.Faults);
                }
            )
        );
        return this;
    }
}
