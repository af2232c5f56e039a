using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Ombud.Domain;
using Ombud.Projections.Figures;

namespace Ombud.Api.Tests.Words;

/// <summary>Every text that the program says in its languages: those of static fields, and those that static methods make.</summary>
internal static class AllPhrases
{
    private static readonly Assembly[] Assemblies = [typeof(Phrase).Assembly, typeof(Dimensions).Assembly, typeof(Program).Assembly];

    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<(string Where, Phrase Phrase)> Find() =>
        [
            .. from type in Assemblies.SelectMany(assembly => assembly.GetTypes())
            where !type.ContainsGenericParameters
            from member in Fields(type).Concat(Made(type))
            from phrase in Within(member.Value, depth: 0)
            select ($"{type.Name}.{member.Name}: {phrase.En}", phrase),
        ];

    private static IEnumerable<(string Name, object? Value)> Fields(Type type) =>
        type.GetFields(Static).Where(field => !field.IsLiteral).Select(field => (field.Name, field.GetValue(null)));

    private static IEnumerable<(string Name, object? Value)> Made(Type type) =>
        from method in type.GetMethods(Static)
        where
            !method.ContainsGenericParameters
            && !method.Name.Contains("op_", StringComparison.Ordinal)
            && HasPhrases(method.ReturnType)
            && method.GetParameters().All(parameter => Samples(parameter.ParameterType) is not null)
        from arguments in Combinations(method.GetParameters())
        select (method.Name, Invoke(method, arguments));

    private static bool HasPhrases(Type type) =>
        type == typeof(Phrase) || type.IsGenericType && type.GetGenericArguments().Any(HasPhrases) || type == typeof(Phrase[]);

    private static object? Invoke(MethodInfo method, object?[] arguments)
    {
        try
        {
            return method.Invoke(null, arguments);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }

    /// <summary>What to try for a parameter; null where there is nothing to try.</summary>
    private static object?[]? Samples(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum ? [.. Enum.GetValues(plain).Cast<object?>()]
            : plain == typeof(int) ? [0, 1, 2]
            : plain == typeof(long) ? [1L, 2L]
            : plain == typeof(bool) ? [true, false]
            : plain == typeof(string) ? ["X", "open", "closed", "voided", "T1 2023", "H1 2023", "Q1 2023"]
            : plain == typeof(Phrase) ? [new Phrase("X", "X", "X")]
            : plain == typeof(Fault) ? [.. Faults()]
            : null;
    }

    private static IEnumerable<Fault> Faults() =>
        from code in new[]
        {
            "in_the_future",
            "unknown_language",
            "unknown_field",
            "duplicate",
            "before_start",
            "control_character",
            "municipality-not-configured",
            "out_of_range",
            "invalid_value",
        }
        from field in new[] { "on", "asOf", "caseId", "limit", "cursor", "state", "report", "municipality" }
        select new Fault(field, code, "X");

    private static IEnumerable<object?[]> Combinations(IEnumerable<ParameterInfo> parameters) =>
        parameters.Aggregate(
            (IEnumerable<object?[]>)
                [
                    [],
                ],
            (chosen, parameter) => chosen.SelectMany(so => Samples(parameter.ParameterType)!.Select(next => so.Append(next).ToArray()))
        );

    /// <summary>The phrases in a value: itself, the items of a list, the parts of a tuple, the properties of one of our records.</summary>
    private static IEnumerable<Phrase> Within(object? value, int depth) =>
        value switch
        {
            null or string => [],
            Phrase phrase => [phrase],
            _ when depth > 5 => [],
            ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Within(tuple[i], depth + 1)),
            IDictionary dictionary => dictionary.Values.Cast<object?>().SelectMany(item => Within(item, depth + 1)),
            IEnumerable items when value.GetType().Namespace?.StartsWith("System", StringComparison.Ordinal) == true || value is Array =>
                items.Cast<object?>().SelectMany(item => Within(item, depth + 1)),
            IEnumerable => [],
            _ when Assemblies.Contains(value.GetType().Assembly) => value
                .GetType()
                .GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => property.GetIndexParameters().Length == 0)
                .SelectMany(property => Within(Read(property, value), depth + 1)),
            _ => [],
        };

    private static object? Read(PropertyInfo property, object value)
    {
        try
        {
            return property.GetValue(value);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }
}
