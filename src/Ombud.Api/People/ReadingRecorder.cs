using System.Text.Json;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Api.Telemetry;
using Ombud.Domain;
using Ombud.Domain.Confidentiality;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Api.People;

/// <summary>What is read, and what for.</summary>
/// <param name="Case">Null where a person was looked up.</param>
/// <param name="LookedUpBy">Null where a case is read.</param>
internal sealed record Reading(Guid? Case, Guid? Person, ReadPurpose Purpose, Instant? AsOf, IdentifierKind? LookedUpBy = null);

/// <summary>Records who reads personal data. What cannot be recorded is not answered.</summary>
internal sealed class ReadingRecorder(CommandSessions sessions, SecurityLog security)
{
    public async Task RecordAsync(Caller caller, Reading reading, CancellationToken cancel)
    {
        var id = caller.NewStream(null);
        await using var session = await sessions.OpenAsync(caller.Tenant, caller.Metadata, [id], cancel);
        var decision = session.Decide(_ =>
            Decision.Record(
                new PersonalDataRead(
                    session.Today,
                    reading.Case,
                    reading.Person,
                    caller.Metadata.UserName ?? "",
                    reading.Purpose,
                    reading.AsOf,
                    caller.OnBehalfOf,
                    reading.LookedUpBy
                )
            )
        );
        var outcome = await session.SaveAsync(OmbudStreams.Reading, id, null, decision, cancel);
        if (outcome is not Outcome<PersonalDataReading>.Recorded)
            throw new InvalidOperationException($"The reading was not recorded: {outcome}.");
        security.PersonalDataRead(
            caller.Metadata.UserName ?? "-",
            caller.Tenant,
            JsonNamingPolicy.SnakeCaseLower.ConvertName($"{reading.Purpose}")
        );
    }
}
