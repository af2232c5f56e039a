namespace Ombud.Api.Contract;

/// <summary>Names of schemas: the type's own; <c>CaseSummaryPage</c> for a page of case summaries.</summary>
internal static class SchemaNames
{
    public static string Of(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.IsGenericType ? string.Concat(type.GetGenericArguments().Select(Of)) + name : name;
    }
}
