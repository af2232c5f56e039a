using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.EventStore;
using Ombud.Projections;
using Ombud.Projections.Engine;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Streams;

/// <summary>Brings to a decision what it needs beside its own stream: the municipality, and what the command names.</summary>
internal sealed class Clerk(MunicipalityDirectory directory)
{
    /// <summary>Far more than anybody names; more is refused once it is read.</summary>
    public const int MostNamed = 201;

    /// <param name="streams">To be written.</param>
    /// <param name="named">To be read only: what the command names.</param>
    /// <param name="held">To be read only, however many there are: what the stream itself holds.</param>
    public WriteRequest Request(Caller caller, IReadOnlyCollection<Guid> streams, IEnumerable<Guid>? named = null, IEnumerable<Guid>? held = null)
    {
        var catchUp = (named ?? []).Distinct().Take(MostNamed).Union(held ?? []).ToDictionary(id => id, _ => 0L);
        // The municipality's configuration rides along: only what is newer than what is in memory is read.
        catchUp[Municipality.Stream] = directory.KnownVersion(caller.Tenant);
        return new(caller.Tenant, streams, caller.Metadata, catchUp);
    }

    public Decision Decide(Caller caller, Writing writing, Func<Municipality, Decision> decide) =>
        directory.Current(caller.Tenant, writing.Events(Municipality.Stream)) is { } municipality ? decide(municipality) : MunicipalityRefusals.NotConfigured;

    public Decision Decide(Caller caller, Writing writing, Func<FollowUpChecks, Decision> decide) =>
        Decide(caller, writing, municipality => decide(new(municipality, municipality.DayOf(writing.Now), new(
            id => writing.State(OmbudStreams.Case, id), id => writing.State(OmbudStreams.Report, id), id => writing.State(OmbudStreams.Recommendation, id)))));
}
