namespace Ombud.Integrity.Tests;

/// <summary>Transaction ids are the whole server's, and races want both processors: these tests run after the others, one by one.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
