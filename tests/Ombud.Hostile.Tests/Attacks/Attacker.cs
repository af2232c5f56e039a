namespace Ombud.Hostile.Tests.Attacks;

/// <summary>Who sends it.</summary>
/// <param name="Authorization">The whole header; null for none.</param>
/// <param name="Writes">True where it may write something.</param>
/// <param name="Municipality">Named in the header, where it has no key that names one.</param>
internal sealed record Attacker(string Name, string? Authorization, bool Writes, string? Municipality = null);
