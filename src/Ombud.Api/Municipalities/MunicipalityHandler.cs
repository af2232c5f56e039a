using Ombud.Api.Http;
using Ombud.Api.Reports;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Projections.Engine;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Municipalities;

/// <summary>Configures municipalities.</summary>
internal sealed class MunicipalityHandler(CommandSessions sessions, RecordedCodes recorded)
{
    /// <exception cref="InvalidConfigurationException">Names every fault in it, or what was recorded that it contradicts.</exception>
    public async Task<Outcome<Municipality>> ConfigureAsync(MunicipalityFile file, string by, CancellationToken cancel) =>
        await HandleAsync(file.Code, file.Configuration, new(by), null, cancel) switch
        {
            Outcome<Municipality>.Invalid(var faults) => throw new InvalidConfigurationException(file.Code, faults),
            Outcome<Municipality>.Refused(var refusal) => throw new InvalidConfigurationException(
                file.Code,
                [new("lists", refusal.Code, $"{refusal.Because} {refusal.Remedy}")]
            ),
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
        var before = session.State(OmbudStreams.Municipality, Municipality.Stream);
        var decision = Decide(before, wanted);
        if (
            before is not null
            && decision is Decision.Accepted({ Count: > 0 })
            && await recorded.AgainstAsync(tenant, before, Municipality.Evolve(before, wanted), cancel) is { } refusal
        )
            decision = refusal;
        return await session.SaveAsync(OmbudStreams.Municipality, Municipality.Stream, expectedVersion, decision, cancel);
    }

    private static Decision Decide(Municipality? before, MunicipalityConfigured wanted) =>
        ReportTableFaults.In(wanted).ToList() is { Count: > 0 } faults
            ? new Decision.Invalid(
                MunicipalityDecider.Decide(before, wanted) is Decision.Invalid(var others) ? [.. others, .. faults] : faults
            )
            : MunicipalityDecider.Decide(before, wanted);
}

/// <summary>A configuration that cannot be taken, with all that is wrong with it.</summary>
internal sealed class InvalidConfigurationException(string code, IReadOnlyList<Fault> faults) : Exception(Said(code, faults))
{
    private static string Said(string code, IReadOnlyList<Fault> faults)
    {
        var named = NamedFaults.Of(faults);
        return string.Join(
            Environment.NewLine,
            named
                .Named.Select(fault => $"  {fault.Field}: {fault.Detail}")
                .Prepend($"The configuration of {code} is not valid:")
                .Concat(named.Further > 0 ? [$"  and {named.Further:N0} more."] : [])
        );
    }
}
