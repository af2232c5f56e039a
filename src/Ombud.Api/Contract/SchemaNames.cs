using Ombud.Domain.Cases;

namespace Ombud.Api.Contract;

/// <summary>
/// Names of schemas: the type's own; <c>CaseSummaryPage</c> for a page of case summaries. A type that was renamed keeps its name in the
/// contract.
/// </summary>
internal static class SchemaNames
{
    private static readonly Dictionary<Type, string> Kept = new() { [typeof(OpenPeriod)] = "OpenSpell" };

    public static string Of(Type type)
    {
        var name = Kept.GetValueOrDefault(type) ?? type.Name.Split('`')[0];
        return type.IsGenericType ? string.Concat(type.GetGenericArguments().Select(Of)) + name : name;
    }
}
