using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ombud.Domain;

/// <summary>Enumerations as the snake_case codes that stand for them outside the program.</summary>
public static class Codes
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Code, Enum Value)>> Known = [];

    public static string Of(Enum value) => In(value.GetType()).First(known => known.Value.Equals(value)).Code;

    public static IEnumerable<string> All(Type type) => In(type).Select(known => known.Code);

    /// <exception cref="InvalidOperationException">No value has this code.</exception>
    public static T Read<T>(string code)
        where T : struct, Enum => (T)Read(typeof(T), code);

    /// <inheritdoc cref="Read{T}"/>
    public static Enum Read(Type type, string code) =>
        In(type).FirstOrDefault(known => known.Code == code).Value
        ?? throw new InvalidOperationException($"There is no {type.Name} '{code}'.");

    private static IReadOnlyList<(string Code, Enum Value)> In(Type type) =>
        Known.GetOrAdd(type, of => [.. Enum.GetValues(of).Cast<Enum>().Select(value => (CodeOf(of, value.ToString()), value))]);

    // What naming cannot tell, such as covid_19, stands at the value itself, where JSON reads it too.
    private static string CodeOf(Type type, string name) =>
        type.GetField(name)?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
        ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
