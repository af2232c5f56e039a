using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Api.Municipalities;

/// <summary>Configures municipalities.</summary>
internal sealed class MunicipalityHandler(CommandSessions sessions)
{
    /// <exception cref="InvalidConfigurationException">Names every fault in it.</exception>
    public async Task<Outcome<Municipality>> ConfigureAsync(MunicipalityFile file, string by, CancellationToken cancel) =>
        await HandleAsync(file.Code, file.Configuration, new(by), null, cancel) switch
        {
            Outcome<Municipality>.Invalid(var faults) => throw new InvalidConfigurationException(file.Code, faults),
            var outcome => outcome,
        };

    public async Task<Outcome<Municipality>> HandleAsync(
        string tenant,
        MunicipalityConfigured wanted,
        EventMetadata metadata,
        ExpectedVersions? expectedVersion,
        CancellationToken cancel
    )
    {
        await using var session = await sessions.OpenAsync(tenant, metadata, [Municipality.Stream], cancel);
        var decision = MunicipalityDecider.Decide(session.State(OmbudStreams.Municipality, Municipality.Stream), wanted);
        return await session.SaveAsync(OmbudStreams.Municipality, Municipality.Stream, expectedVersion, decision, cancel);
    }
}

/// <summary>A configuration that cannot be taken, with all that is wrong with it.</summary>
internal sealed class InvalidConfigurationException(string code, IReadOnlyList<Fault> faults)
    : Exception(
        $"The configuration of {code} is not "
            + $"valid:{Environment.NewLine}{string.Join(Environment.NewLine, faults.Select(fault => $"  {fault.Field}: {fault.Detail}"))}"
    );
