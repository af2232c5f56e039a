using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Projections.FollowUp;

namespace Ombud.Api.FollowUp;

/// <summary>Lists taken from the follow-up, page by page.</summary>
internal sealed class FollowUpLists(FollowUpQuery followUp, IClock clock)
{
    /// <param name="AsOf">What was known then; now, unless it is given.</param>
    /// <param name="Cursor">The next of the page before.</param>
    public sealed record Part(Instant? AsOf, string? Language, string? Cursor, int Limit);

    /// <param name="faults">What is wrong with the filters, once it is known what there is.</param>
    public async Task<Results<Ok<Page<T>>, Problem>> PageAsync<T>(
        Caller caller,
        HttpContext http,
        Part part,
        Func<FollowUpReport, Municipality, IEnumerable<Fault>> faults,
        Func<FollowUpReport, IEnumerable<T>> items,
        Func<T, Guid> id,
        CancellationToken cancel
    )
    {
        if (
            Moments
                .AsOfFaults(part.AsOf, clock)
                .Concat(Languages.Faults(part.Language))
                .Concat(InMemoryPaging.Faults(part.Cursor, part.Limit))
                .ToList() is
            { Count: > 0 } wrong
        )
            return Problems.Invalid(wrong);
        if (await followUp.RunAsync(caller.Tenant, part.AsOf, part.Language, cancel) is not var (all, municipality))
            return Problems.Refused(MunicipalityRefusals.NotConfigured);
        http.AnswerIn(all.Language);
        return faults(all, municipality).ToList() is { Count: > 0 } unknown
            ? Problems.Invalid(unknown)
            : TypedResults.Ok(InMemoryPaging.Of(items(all), id, part.Cursor, part.Limit, http));
    }

    /// <summary>Faults of a code that the list never had.</summary>
    public static IEnumerable<Fault> Code(string field, string? code, CodeList list) =>
        code is null || list.EverContained(code) ? [] : [list.Unknown(field, code)];
}
