using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain.Calendars;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Deadlines;

/// <summary>Every rule that gives a deadline, each version of it: those of the law and the municipality's own.</summary>
internal static class RulesEndpoint
{
    public static void Map(RouteGroupBuilder v1) =>
        v1.MapGet("/deadline-rules", HandleAsync)
            .WithName("listDeadlineRules")
            .WithSummary("List deadline rules")
            .WithDescription(
                "Lists every version of every rule, with its paragraph and what is uncertain about it, and the "
                    + "municipality's table of terms by area."
            );

    internal sealed record Wanted(
        [property: Description("Only those in force for what begins on this day.")] LocalDate? On = null,
        [property: AsOf] Instant? AsOf = null,
        [property: Description(Languages.Description)] string? Language = null
    );

    private static async Task<Results<Ok<RuleList>, Problem>> HandleAsync(
        Query<Wanted> query,
        Caller caller,
        MunicipalityDirectory directory,
        IClock clock,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var wanted = query.Value;
        if (Languages.Faults(wanted.Language).Concat(Moments.AsOfFaults(wanted.AsOf, clock)).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        if (await directory.AsOfAsync(caller.Tenant, wanted.AsOf, cancel) is not { } municipality)
            return Problems.Refused(MunicipalityRefusals.NotConfigured);
        var language = http.AnswerIn(wanted.Language ?? municipality.Language);
        return TypedResults.Ok(
            new RuleList(
                [
                    .. municipality
                        .Rules.Rules.Where(rule => wanted.On is null || rule.InForceOn(wanted.On.Value))
                        .Select(rule => RuleItem.Of(rule, language)),
                ],
                [
                    .. municipality
                        .Rules.Areas.Where(line => wanted.On is null || line.InForceOn(wanted.On.Value))
                        .Select(line => new AreaTermItem(line.Area, line.Name(language), line.Term, line.InForceFrom, line.InForceTo)),
                ]
            )
        );
    }
}

/// <summary>The rules that give deadlines.</summary>
/// <param name="Items">Every version of every rule.</param>
/// <param name="AreaTerms">The terms that the municipality has published for its areas (retssikkerhedsloven § 3, stk. 2).</param>
internal sealed record RuleList(IReadOnlyList<RuleItem> Items, IReadOnlyList<AreaTermItem> AreaTerms);

/// <summary>A version of a rule that gives deadlines.</summary>
/// <param name="Id">Such as <c>NO.fvl.11a.preliminary-reply</c>.</param>
/// <param name="Version">Its version, from 1.</param>
/// <param name="Country">ISO 3166: <c>NO</c> or <c>DK</c>; absent where it holds in both.</param>
/// <param name="Kind">What stands behind it.</param>
/// <param name="Name">Its name in the language asked for.</param>
/// <param name="Law">The paragraph or decision that it rests on, as people cite it.</param>
/// <param name="Link">Where the law or decision can be read.</param>
/// <param name="Term">
/// <c>P1M</c>, <c>P1Y</c>, <c>P3W</c>, <c>P14D</c>, <c>P8WD</c> (working days); absent where the date is set, or the area gives it.
/// </param>
/// <param name="ByArea">True where the municipality's table of terms gives the term.</param>
/// <param name="DateIsSet">True where the date is set in place of a term.</param>
/// <param name="Start">The day its term runs from.</param>
/// <param name="Timeliness">What must have happened by the end.</param>
/// <param name="MovedBy">The classes of days that move the end to the next working day, beside Saturdays and Sundays.</param>
/// <param name="Pauses">The reasons for which it can be paused.</param>
/// <param name="NoticeSuffices">True where a preliminary reply or notice of delay is all that must be given in time.</param>
/// <param name="LetterTakes">How long after its date an ordinary letter counts as received, as in <c>P6WD</c>.</param>
/// <param name="InForceFrom">The first day on which it holds.</param>
/// <param name="InForceTo">The last day on which it holds; absent while it does.</param>
/// <param name="Uncertain">What is not certain about it; absent where all of it is.</param>
internal sealed record RuleItem(
    string Id,
    int Version,
    string? Country,
    DeadlineKind Kind,
    string Name,
    string? Law,
    string? Link,
    string? Term,
    bool ByArea,
    bool DateIsSet,
    StartRule Start,
    TimelinessTest Timeliness,
    IReadOnlyList<DayClass> MovedBy,
    IReadOnlyList<PauseReason> Pauses,
    bool NoticeSuffices,
    string? LetterTakes,
    LocalDate InForceFrom,
    LocalDate? InForceTo,
    UncertainPart? Uncertain
)
{
    public static RuleItem Of(DeadlineRule rule, string language) =>
        new(
            rule.Id,
            rule.Version,
            rule.Country,
            rule.Kind,
            rule.Name.In(language),
            rule.Law,
            rule.Link,
            rule.Term?.ToString(),
            rule.ByArea,
            rule.DateIsSet,
            rule.Start,
            rule.Timeliness,
            rule.MovedBy,
            rule.Pauses,
            rule.NoticeSuffices,
            rule.LetterTakes?.ToString(),
            rule.InForceFrom,
            rule.InForceTo,
            UncertainPart.Of(rule, language)
        );
}

/// <summary>The term that the municipality has published for an area.</summary>
/// <param name="Area">The area's code.</param>
/// <param name="Name">The area in the language asked for.</param>
/// <param name="Term">Such as <c>P2W</c>: days (D), weeks (W), months (M), years (Y) or working days (WD).</param>
/// <param name="InForceFrom">The first day on which it holds.</param>
/// <param name="InForceTo">The last day on which it holds; absent while it does.</param>
internal sealed record AreaTermItem(string Area, string Name, string Term, LocalDate InForceFrom, LocalDate? InForceTo);
