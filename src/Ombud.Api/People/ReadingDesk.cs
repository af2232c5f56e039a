using NodaTime;
using Ombud.Api.Http;
using Ombud.Api.Streams;
using Ombud.Domain;
using Ombud.Domain.Confidentiality;
using Ombud.Domain.Municipalities;
using Ombud.EventStore;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Api.People;

/// <summary>What is read, and what for.</summary>
internal sealed record Reading(Guid Case, Guid? Person, ReadPurpose Purpose, Instant? AsOf);

/// <summary>Records who reads personal data. What cannot be recorded is not answered.</summary>
internal sealed class ReadingDesk(IEventStore store, Clerk clerk)
{
    private readonly Recorder<PersonalDataReading> _recorder = new(store, OmbudStreams.Reading);

    public async Task RecordAsync(Caller caller, Reading reading, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7();
        var outcome = await _recorder.RecordAsync(
            id, clerk.Request(caller, [id]), null,
            (_, writing) => clerk.Decide(caller, writing, (Municipality municipality) => Decision.Record(new PersonalDataRead(
                municipality.DayOf(writing.Now), reading.Case, reading.Person, caller.Metadata.UserName ?? "", reading.Purpose, reading.AsOf, caller.OnBehalfOf))), cancel);
        if (outcome is not Outcome<PersonalDataReading>.Recorded)
            throw new InvalidOperationException($"The reading was not recorded: {outcome}.");
    }
}
