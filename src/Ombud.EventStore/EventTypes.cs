namespace Ombud.EventStore;

/// <summary>
/// The stored name of each event and the type that reads it. A stored name is in Marten's form (<c>case_received</c>),
/// is written down here once, and never changes, whatever the type is called later.
/// </summary>
public sealed class EventTypes
{
    private readonly Dictionary<string, Type> _types = [];
    private readonly Dictionary<Type, string> _names = [];

    public EventTypes Add<TEvent>(string name)
    {
        _types.Add(name, typeof(TEvent));
        _names.Add(typeof(TEvent), name);
        return this;
    }

    public IReadOnlyCollection<string> Names => _types.Keys;

    /// <summary>The type for a stored name, or null for one that this version does not know.</summary>
    public Type? TypeOf(string name) => _types.GetValueOrDefault(name);

    /// <exception cref="InvalidOperationException">The type was never given a stored name.</exception>
    public string NameOf(Type type) =>
        _names.TryGetValue(type, out var name) ? name : throw new InvalidOperationException($"{type.Name} has no stored name.");
}
