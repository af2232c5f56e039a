namespace Ombud.Api.Cases.History;

/// <summary>One value before and after an event, as people read it.</summary>
/// <param name="Field">What it is; for a part of something also what of.</param>
public sealed record ReadableChange(string Field, string Before, string After);
