using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Integrity;
using Ombud.Integrity.Seals;
using Ombud.Projections;
using Ombud.Projections.Engine;
using Ombud.Projections.Municipalities;
using Ombud.Projections.Publications;

namespace Ombud.Api.Reports;

/// <summary>Publishes reports: the municipality's history is closed up to now, and the document made of it.</summary>
internal sealed class ReportPublisher(
    CommandSessions sessions,
    ClosedHistory history,
    MunicipalityDirectory directory,
    PublicationQueries publications,
    ReportComposer composer,
    ReportTextChoice texts,
    Ledger ledger,
    IClock clock
)
{
    public async Task<Outcome<Report>> PublishAsync(Caller caller, Guid id, PublishReport wanted, CancellationToken cancel)
    {
        if (caller.Metadata.Request?.Done is not null)
            return await SaveAsync(caller, id, Decision.Nothing, cancel);
        if (await directory.AsOfAsync(caller.Tenant, null, cancel) is not { } municipality)
            return new Outcome<Report>.Refused(MunicipalityRefusals.NotConfigured);
        if (Faults(wanted, municipality).ToList() is { Count: > 0 } faults)
            return new Outcome<Report>.Invalid(faults);
        if (Refusal(wanted, await publications.ListAsync(caller.Tenant, null, cancel)) is { } refusal)
            return new Outcome<Report>.Refused(refusal);
        var text = await texts.ChooseAsync(caller.Tenant, wanted, municipality, cancel);
        if (text.Faults.Count > 0)
            return new Outcome<Report>.Invalid(text.Faults);
        var closed = await history.CloseAsync(caller.Tenant, cancel);
        var parameters = new ReportParameters(
            wanted.Kind,
            wanted.CutOff is { } cutOff
                ? new(wanted.From, wanted.To, cutOff)
                : ReportingPeriod.AsOn(municipality.DayOf(closed), wanted.From, wanted.To),
            wanted.Language ?? municipality.Language,
            wanted.Title,
            wanted.MinimumCell,
            closed,
            await publications.PositionAsync(caller.Tenant, closed, cancel),
            wanted.Supersedes,
            wanted.Reason,
            ReportLayout.Current,
            text.Version
        );
        var document = await composer.ComposeAsync(caller.Tenant, parameters, cancel);
        var published = new ReportPublished(
            municipality.DayOf(closed),
            parameters.Kind,
            wanted.From,
            wanted.To,
            parameters.Period.CutOff,
            parameters.Language,
            parameters.Title,
            parameters.MinimumCell,
            closed,
            parameters.Position,
            Digests.Of(document),
            document,
            parameters.Supersedes,
            parameters.Reason,
            parameters.Layout,
            parameters.Text
        );
        var outcome = await SaveAsync(caller, id, Decision.Record(published), cancel);
        // With the root the publication, and all that it rests on, can be proved.
        await ledger.SealAsync(caller.Tenant, cancel);
        return outcome;
    }

    private async Task<Outcome<Report>> SaveAsync(Caller caller, Guid id, Decision decision, CancellationToken cancel)
    {
        await using var session = await sessions.OpenAsync(caller.Tenant, caller.Metadata, [id], cancel);
        var taken = decision is Decision.Accepted { Events.Count: > 0 } && session.State(OmbudStreams.Report, id) is not null;
        var outcome = await session.SaveAsync(OmbudStreams.Report, id, null, taken ? CreatingRefusals.IdIsTaken : decision, cancel);
        // Somebody made something under this id at the same moment.
        return outcome is Outcome<Report>.WrongVersion ? new Outcome<Report>.Refused(CreatingRefusals.IdIsTaken) : outcome;
    }

    private IEnumerable<Fault> Faults(PublishReport wanted, Municipality municipality)
    {
        var today = municipality.DayOf(clock.GetCurrentInstant());
        foreach (
            var fault in ReportFaults
                .Period(wanted.From, wanted.To, wanted.CutOff)
                .Concat(ReportFaults.CutOff(wanted.CutOff, today))
                .Concat(Limits.Of(wanted))
                .Concat(wanted.Text is { } text ? Limits.Of(text, "text") : [])
                .Concat(Languages.Faults(wanted.Language))
                // A later version of the program may have other tables than the one that took the configuration.
                .Concat(ReportTableFaults.In(municipality.Configuration).Select(InConfiguration))
        )
            yield return fault;
        if (wanted.From > today)
            yield return new("from", "in_the_future", $"The period has not begun; today is {today:uuuu-MM-dd}.")
            {
                Value = $"{wanted.From:uuuu-MM-dd}",
            };
        foreach (var fault in ReportCalendar.Mismatch(wanted.Kind, wanted.From, wanted.To, municipality))
            yield return fault;
        if (wanted.Supersedes is not null && string.IsNullOrWhiteSpace(wanted.Reason))
            yield return new("reason", "required", "Say why it had to be corrected.");
    }

    private static Fault InConfiguration(Fault fault) =>
        fault with
        {
            Field = $"municipality.{fault.Field}",
            Detail = $"The municipality's configuration names it. {fault.Detail} Configure another with PUT /v1/municipality.",
        };

    private static Refusal? Refusal(PublishReport wanted, IReadOnlyList<Publication> known)
    {
        bool Same(Publication other) =>
            other.Report.Kind == wanted.Kind && other.Report.PeriodFrom == wanted.From && other.Report.PeriodTo == wanted.To;
        if (wanted.Supersedes is not { } id)
            return known.FirstOrDefault(Same) is { } same
                ? ReportRefusals.AlreadyPublished with
                {
                    Because = $"It is /v1/reports/{same.Id}, published on {same.Report.PublishedOn:uuuu-MM-dd}.",
                }
                : null;
        return known.FirstOrDefault(each => each.Id == id) switch
        {
            null => ReportRefusals.NotFound,
            { SupersededBy: { } by } => ReportRefusals.AlreadySuperseded with { Because = $"It is /v1/reports/{by}." },
            var corrected => Same(corrected) ? null : ReportRefusals.OtherReport,
        };
    }
}
