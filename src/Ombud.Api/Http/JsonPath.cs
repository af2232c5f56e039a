using System.Text.Json;

namespace Ombud.Api.Http;

/// <summary>Where a reader of JSON is, as faults name fields: <c>matters[2].value</c>.</summary>
internal sealed class JsonPath
{
    private readonly Stack<Part> _open = new();

    /// <summary>How many objects and lists are open.</summary>
    public int Depth => _open.Count;

    /// <summary>Goes on to the token that the reader has read.</summary>
    /// <returns>False for the name of a field that its object has already.</returns>
    public bool Take(in Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                return _open.Peek().Begin(reader.GetString()!);
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _open.Pop();
                return true;
        }
        if (_open.TryPeek(out var around))
            around.Count();
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            _open.Push(new(reader.TokenType == JsonTokenType.StartArray));
        return true;
    }

    public override string ToString() => string.Concat(_open.Reverse().Select(part => part.Step)).TrimStart('.');

    /// <summary>An object or a list that has begun, and how far it was read.</summary>
    private sealed class Part(bool isList)
    {
        private readonly HashSet<string> _names = [];
        private int _read;
        private string _name = "";

        public string Step => isList ? $"[{_read - 1}]" : $".{_name}";

        public bool Begin(string name) => _names.Add(_name = name);

        public void Count() => _read++;
    }
}
