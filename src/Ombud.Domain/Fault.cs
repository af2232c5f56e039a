namespace Ombud.Domain;

/// <summary>One thing wrong with one field of what was asked.</summary>
/// <param name="Field">The field's name in camelCase, with an index where it is a list: <c>matters[1]</c>.</param>
/// <param name="Code">Stable snake_case code, such as <c>unknown_code</c>.</param>
/// <param name="Detail">What is wrong and what would be right.</param>
public sealed record Fault(string Field, string Code, string Detail)
{
    /// <summary>The value as it was given.</summary>
    public string? Value { get; init; }

    /// <summary>The code list that the value was checked against, and its version.</summary>
    public string? List { get; init; }

    /// <summary>The version of that list.</summary>
    public int? ListVersion { get; init; }
}
