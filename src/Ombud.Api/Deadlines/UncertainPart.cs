using Ombud.Domain.Deadlines;

namespace Ombud.Api.Deadlines;

/// <summary>What is not certain about a rule, and so about the dates that it gives.</summary>
/// <param name="What">What may be otherwise.</param>
/// <param name="Why">Why that is not known, and what is assumed.</param>
public sealed record UncertainPart(string What, string Why)
{
    public static UncertainPart? Of(DeadlineRule? rule, string language) =>
        rule?.Uncertain is { } uncertain ? new(uncertain.What.In(language), uncertain.Why.In(language)) : null;
}
