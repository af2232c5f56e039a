using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Deadlines;

/// <summary>A due date for any system, without touching a case.</summary>
internal static class CalculateEndpoint
{
    public static void Map(RouteGroupBuilder deadlines) =>
        deadlines
            .MapGet("/calculate", HandleAsync)
            .WithName("calculateDeadline")
            .WithSummary("Calculate a deadline")
            .WithDescription(
                "Calculates a due date under one rule, or the shortest under several, and explains each step. Nothing is recorded."
            );

    internal sealed record Wanted(
        [property: Description("The rule, such as NO.fvl.11a.preliminary-reply; several with commas between.")] string Rule,
        [property: Description(
            "The day the term runs from, which is not counted itself: of receipt, arrival or availability, as the rule has it."
        )]
            LocalDate? Start = null,
        [property: Description("In place of start, where a letter's date tells when it counts as received.")] LocalDate? LetterDated = null,
        [property: Description(
            "The day on which reasons arrived that were demanded in time: a new term runs from it, where the rule says so."
        )]
            LocalDate? ReasonsReceivedOn = null,
        [property: Description("Pauses with commas between, each from its first day to the day it ran again: 2023-03-10/2023-03-20.")]
            string? Pauses = null,
        [property: Description("The day to which it was extended.")] LocalDate? ExtendedTo = null,
        [property: Description("The area in the municipality's table of terms, for DK.rsl.3.")] string? Area = null,
        [property: Description("The date that was set, for rules without a term.")] LocalDate? DueOn = null,
        [property: Description("The day on which it was posted or handed in, to hear whether that was in time.")]
            LocalDate? DispatchedOn = null,
        [property: Description("The day on which it was received, to hear whether that was in time.")] LocalDate? ReceivedOn = null,
        [property: Description("The moment at which it was received, in place of receivedOn.")] Instant? ReceivedAt = null,
        [property: AsOf("What was known of rules and holidays then; now, unless it is given.")] Instant? AsOf = null,
        [property: Description(Languages.Description)] string? Language = null
    );

    private static async Task<Results<Ok<Calculation>, Problem>> HandleAsync(
        Query<Wanted> query,
        Caller caller,
        MunicipalityDirectory directory,
        IClock clock,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var wanted = query.Value;
        if (await directory.AsOfAsync(caller.Tenant, wanted.AsOf, cancel) is not { } municipality)
            return Problems.Refused(MunicipalityRefusals.NotConfigured);
        var faults = Languages.Faults(wanted.Language).Concat(Moments.AsOfFaults(wanted.AsOf, clock)).ToList();
        var given = new CalculationInput(wanted, municipality, municipality.DayOf(wanted.AsOf ?? clock.GetCurrentInstant()), faults);
        var bases = given.Bases();
        return faults.Count > 0
            ? Problems.Invalid(faults)
            : TypedResults.Ok(Calculation.Of(bases, wanted, municipality, http.AnswerIn(wanted.Language ?? municipality.Language)));
    }
}
