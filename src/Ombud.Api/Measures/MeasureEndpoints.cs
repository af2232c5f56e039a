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
        var measures = v1.MapGroup("/measures").WithTags("Measures").Needs(Scopes.FiguresRead);
        ListMeasures.Map(measures);
        ReadStream.Map(measures, OmbudStreams.Measure, "measure", MeasureRefusals.NotFound, MeasureView.Of);
        ReadHistory.Map(measures, OmbudStreams.Measure, "measure", MeasureRefusals.NotFound, MeasureView.Of);

        new Commands<Measure, MeasureCommand, MeasureView>(measures, MeasureView.Of)
            .New<RegisterMeasure>(
                "/v1/measures",
                "",
                "registerMeasure",
                "Register a measure",
                "Registers a measure of the administration with the recommendations that it answers, of any report. It counts once."
            )
            .On<LogFollowUp>(
                "log",
                "logFollowUp",
                "Log the administration's follow-up",
                "Logs what has changed: status, window, reasons for a delay. What is left out stays as it was."
            )
            .On<LinkMeasure>("links", "linkMeasure", "Link a measure", "Says that the measure answers further recommendations.")
            .On<UnlinkMeasure>("unlinking", "unlinkMeasure", "Take back a link", "Takes back a link that was wrong.");
    }
}
