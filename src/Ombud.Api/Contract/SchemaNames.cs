namespace Ombud.Api.Contract;

/// <summary>Names of schemas: the type's own, with those it stands in or is made of, so that no two are the same.</summary>
internal static class SchemaNames
{
    public static string Of(Type type)
    {
        var name = type.Name.Split('`')[0];
        var outer = type.DeclaringType is { } owner && !type.IsGenericParameter ? owner.Name : "";
        return outer + name + (type.IsGenericType ? "Of" + string.Concat(type.GetGenericArguments().Select(Of)) : "");
    }
}
