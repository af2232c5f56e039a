using System.Text.Json;

namespace Ombud.Projections.Figures;

/// <summary>Names as documents have them.</summary>
public static class Kebab
{
    /// <summary><c>by-service-area</c> for <c>byServiceArea</c>.</summary>
    public static string Case(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
