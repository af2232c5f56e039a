using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Api.Recommendations;
using Ombud.Domain;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Api.Council;

/// <summary>Registers an answer of the administration to several recommendations of a report at once.</summary>
internal static class AnswersEndpoint
{
    public static void Map(RouteGroupBuilder reports) =>
        reports
            .MapPost("/{id:guid}/answers", HandleAsync)
            .WithName("answerReport")
            .WithSummary("Register an answer to several recommendations")
            .WithDescription(
                "Registers one answer of the administration with its heading, such as \"Ad 1, 2 og 4.\", and the numbers of "
                    + "the recommendations that it covers. All of them have it, or none."
            )
            .RequireScope(Scopes.CasesWrite);

    /// <summary>One answer of the administration to several recommendations of a report.</summary>
    /// <param name="Covers">Numbers of the recommendations that it answers.</param>
    /// <param name="Heading">As the administration wrote it.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Position">Left out where the answer takes none.</param>
    /// <param name="Text">The answer, in the administration's words. Required where the position rejects.</param>
    /// <param name="AnsweredOn">The day it was given; today, unless it is given.</param>
    internal sealed record AnswerToReport(
        [property: MaxLength(Limits.References)] IReadOnlyList<string> Covers,
        [property: MaxLength(Limits.Line)] string? Heading = null,
        [property: MaxLength(Limits.Line)] string? Title = null,
        AdministrationPosition? Position = null,
        [property: MaxLength(Limits.Passage)] string? Text = null,
        LocalDate? AnsweredOn = null
    );

    /// <summary>The answer as it was registered.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Covers">Numbers of the recommendations that it answers.</param>
    /// <param name="Heading">As the administration wrote it, such as "Ad 1, 2 og 4.".</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Position">The position that it takes; absent where it takes none.</param>
    /// <param name="Text">The answer, in the administration's words.</param>
    /// <param name="AnsweredOn">The day it was answered.</param>
    internal sealed record AnswerView(
        Guid Id,
        IReadOnlyList<string> Covers,
        string? Heading,
        string? Title,
        AdministrationPosition? Position,
        string? Text,
        LocalDate AnsweredOn
    );

    private static async Task<Results<Created<AnswerView>, Problem>> HandleAsync(
        Guid id,
        Body<AnswerToReport> body,
        Caller caller,
        CouncilHandler council,
        RecommendationHandler handler,
        TenantEventStore store,
        CancellationToken cancel
    )
    {
        var (given, numbers) = (body.Value, await council.RecommendationsAsync(caller, id, cancel));
        if (OmbudStreams.Report.Fold(await store.FetchStreamAsync(caller.Tenant, id, cancel)) is null)
            return Problems.Refused(ReportRefusals.NotFound);
        if (Limits.Of(given).Concat(Faults(given.Covers, numbers)).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        var answer = new RegisterAnswerTo(
            Guid.CreateVersion7(),
            [.. given.Covers.Select(number => numbers[number])],
            new(given.Heading, given.Title, given.Position, given.Text, given.AnsweredOn)
        );
        return await handler.AnswerAsync(caller, answer, null, cancel) switch
        {
            // The newest, since this is the version that the answer made.
            Outcome<Recommendation>.Recorded(var state, _, _) when state.Answers[^1] is var made => TypedResults.Created(
                $"/v1/follow-up?report={id}",
                new AnswerView(made.Id, given.Covers, made.Heading, made.Title, made.Position, made.Text, made.AnsweredOn)
            ),
            Outcome<Recommendation>.Refused(var refusal) => Problems.Refused(refusal),
            Outcome<Recommendation>.Invalid(var wrong) => Problems.Invalid(wrong),
            _ => throw new InvalidOperationException("An answer expects no version."),
        };
    }

    private static IEnumerable<Fault> Faults(IReadOnlyList<string> covers, IReadOnlyDictionary<string, Guid> numbers)
    {
        if (covers.Count == 0)
            yield return new("covers", "required", "Name at least one recommendation by its number.");
        foreach (var (i, number) in covers.Index())
            if (!numbers.ContainsKey(number))
                yield return new(
                    $"covers[{i}]",
                    "unknown_recommendation",
                    $"The report has no such recommendation. It has: {string.Join(", ", numbers.Keys.Order(StringComparer.Ordinal))}."
                )
                {
                    Value = number,
                };
            else if (covers.Take(i).Contains(number))
                yield return new($"covers[{i}]", "duplicate", "An answer covers a recommendation once.") { Value = number };
    }
}
