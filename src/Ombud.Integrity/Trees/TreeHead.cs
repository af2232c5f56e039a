namespace Ombud.Integrity.Trees;

/// <summary>A tree as far as it goes.</summary>
/// <param name="Size">How many leaves it has.</param>
/// <param name="Root">In hexadecimal.</param>
public sealed record TreeHead(long Size, string Root);
