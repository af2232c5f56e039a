using NodaTime;
using Npgsql;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.EventStore;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Api.Municipalities;

/// <summary>Configures municipalities.</summary>
internal sealed class MunicipalityDesk(IEventStore store)
{
    private readonly Recorder<Municipality> _recorder = new(store, OmbudStreams.Municipality);

    /// <exception cref="InvalidConfigurationException">Names every fault in it.</exception>
    public async Task<Outcome<Municipality>> ConfigureAsync(MunicipalityFile file, string by, CancellationToken cancel) =>
        await HandleAsync(file.Code, file.Configuration, new(by), null, cancel) switch
        {
            Outcome<Municipality>.Invalid(var faults) => throw new InvalidConfigurationException(file.Code, faults),
            var outcome => outcome,
        };

    public Task<Outcome<Municipality>> HandleAsync(
        string tenant, MunicipalityConfigured wanted, EventMetadata metadata, long? expectedVersion, CancellationToken cancel) =>
        _recorder.RecordAsync(Municipality.Stream, new(tenant, [Municipality.Stream], metadata), expectedVersion, (state, _) => MunicipalityDecider.Decide(state, wanted), cancel);
}

/// <summary>A configuration that cannot be taken, with all that is wrong with it.</summary>
internal sealed class InvalidConfigurationException(string code, IReadOnlyList<Fault> faults)
    : Exception($"The configuration of {code} is not valid:{Environment.NewLine}{string.Join(Environment.NewLine, faults.Select(fault => $"  {fault.Field}: {fault.Detail}"))}");
