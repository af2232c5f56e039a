using Ombud.Api.Http;

namespace Ombud.Api.Pages;

/// <summary>A problem as its page tells it.</summary>
public sealed class ProblemView
{
    internal ProblemView(Problem problem, PageAddress address, string? signIn) => (Problem, Address, SignIn) = (problem, address, signIn);

    internal Problem Problem { get; }

    /// <summary>What was asked for.</summary>
    internal PageAddress Address { get; }

    /// <summary>Where to sign in, to come back to what was asked for; null where that is not what is wrong.</summary>
    internal string? SignIn { get; }
}
