using Ombud.Domain;

namespace Ombud.Api.Http;

/// <summary>What was given, or everything that is wrong with it.</summary>
/// <param name="Readable">What could be read of it in spite of its faults, or null where too little was given.</param>
internal sealed record Input<T>(T? Value, IReadOnlyList<Fault> Faults, T? Readable = null)
    where T : class;

/// <summary>A parameter that may have faults; <see cref="FaultsFilter"/> answers them before a handler is called.</summary>
internal interface IInput
{
    IReadOnlyList<Fault> Faults { get; }

    /// <summary>What could be read in spite of the faults, to be checked against the rules as well.</summary>
    object? Readable => null;
}

/// <summary>Marks an endpoint whose handler names what the rules find in a body beside what could not be read of it.</summary>
internal sealed class NamesEveryFault;
