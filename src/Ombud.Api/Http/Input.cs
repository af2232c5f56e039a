using Ombud.Domain;

namespace Ombud.Api.Http;

/// <summary>What was given, or everything that is wrong with it.</summary>
internal sealed record Input<T>(T? Value, IReadOnlyList<Fault> Faults)
    where T : class;

/// <summary>A parameter that may have faults; <see cref="FaultsFilter"/> answers them before a handler is called.</summary>
internal interface IInput
{
    IReadOnlyList<Fault> Faults { get; }
}
