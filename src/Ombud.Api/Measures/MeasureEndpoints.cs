using Ombud.Api.Access;
using Ombud.Api.FollowUp;
using Ombud.Api.Streams;
using Ombud.Domain.Measures;
using Ombud.Projections;

namespace Ombud.Api.Measures;

/// <summary>What can be done with measures over HTTP.</summary>
internal static class MeasureEndpoints
{
    public static void MapMeasures(this RouteGroupBuilder v1)
    {
        var measures = v1.MapGroup("/measures").WithTags("Measures").RequireScope(Scopes.FiguresRead);
        ListMeasures.Map(measures);
        ReadStream.Map(measures, OmbudStreams.Measure, "measure", MeasureRefusals.NotFound, MeasureView.Of);
        ReadHistory.Map(measures, OmbudStreams.Measure, "measure", MeasureRefusals.NotFound, MeasureView.Of);

        new CommandEndpoints<Measure, MeasureCommand, MeasureView>(measures, MeasureView.Of)
            .MapCreate<RegisterMeasure>(
                "/v1/measures",
                "",
                "registerMeasure",
                "Register a measure",
                "Registers a measure of the administration with the recommendations that it answers, of any report. It counts once."
            )
            .MapChange<LogFollowUp>(
                "log",
                "logFollowUp",
                "Log the administration's follow-up",
                "Logs what has changed: status, window, reasons for a delay. What is left out stays as it was."
            )
            .MapChange<LinkMeasure>("links", "linkMeasure", "Link a measure", "Says that the measure answers further recommendations.")
            .MapChange<UnlinkMeasure>("unlinking", "unlinkMeasure", "Take back a link", "Takes back a link that was wrong.")
            .MapWithdrawal("measure", Entries, (version, reason, replacement) => new WithdrawMeasureEntry(version, reason, replacement));
    }

    internal static readonly EntryCommands<MeasureCommand> Entries = new EntryCommands<MeasureCommand>()
        .Beginning<AdministrationFollowUpLogged, RegisterMeasure>()
        .Entry<AdministrationFollowUpLogged, LogFollowUp>()
        .Entry<MeasureLinked, LinkMeasure>()
        .Entry<MeasureUnlinked, UnlinkMeasure>();
}
