namespace Ombud.Domain;

/// <summary>A rule that refuses a command. The code is stable for ever: it is the problem type that other systems match on.</summary>
/// <param name="Code">Kebab-case, such as <c>case-is-closed</c>.</param>
/// <param name="Title">One sentence: what the rule is.</param>
/// <param name="Remedy">One sentence: what the caller can do.</param>
public sealed record Refusal(string Code, string Title, string Remedy)
{
    /// <summary>What the rule says in this very instance, or null where the title says all.</summary>
    public string? Because { get; init; }
}
