using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Projections.Municipalities;
using Ombud.Projections.ReportTexts;

namespace Ombud.Api.ReportTexts;

/// <summary>The texts of reports, the latest periods first.</summary>
internal static class ListReportTexts
{
    public static void Map(RouteGroupBuilder texts) =>
        texts
            .MapGet("", HandleAsync)
            .WithName("listReportTexts")
            .WithSummary("List texts of reports")
            .WithDescription(
                "Lists what the office writes, or wrote, in its reports, the latest periods first: which sections each text has."
            );

    internal sealed record Wanted(
        [property: Description("Which of the municipality's reports they are for.")] ReportKind? Kind = null,
        [property: AsOf] Instant? AsOf = null,
        [property: Description("The next of the page before.")] string? Cursor = null,
        [property: Description("How many at the most."), Range(1, Paging.MostAtOnce)] int Limit = 50
    );

    /// <summary>A text of a report as a list shows it.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Kind">Which of the municipality's reports it is for.</param>
    /// <param name="Label">The period's name: <c>2023</c>, <c>T1 2023</c>, <c>19/20</c>, or its dates.</param>
    /// <param name="From">The first day of its period.</param>
    /// <param name="To">The last day of its period.</param>
    /// <param name="Language">The language that it is written in.</param>
    /// <param name="BegunOn">The day it was begun.</param>
    /// <param name="WrittenOn">The day it was changed last.</param>
    /// <param name="HasIntroduction">Whether it has an introduction.</param>
    /// <param name="Comments">On how many tables it comments.</param>
    /// <param name="Findings">How many findings it has.</param>
    internal sealed record ReportTextLine(
        Guid Id,
        ReportKind Kind,
        string Label,
        LocalDate From,
        LocalDate To,
        string Language,
        LocalDate BegunOn,
        LocalDate WrittenOn,
        bool HasIntroduction,
        int Comments,
        int Findings
    );

    private static async Task<Results<Ok<Page<ReportTextLine>>, Problem>> HandleAsync(
        Query<Wanted> query,
        Caller caller,
        ReportTextQueries texts,
        MunicipalityDirectory directory,
        IClock clock,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var wanted = query.Value;
        if (
            Moments.AsOfFaults(wanted.AsOf, clock).Concat(InMemoryPaging.Faults(wanted.Cursor, wanted.Limit)).ToList() is
            { Count: > 0 } faults
        )
            return Problems.Invalid(faults);
        if (await directory.AsOfAsync(caller.Tenant, wanted.AsOf, cancel) is not { } municipality)
            return Problems.Refused(MunicipalityRefusals.NotConfigured);
        var all = await texts.ListAsync(caller.Tenant, wanted.AsOf, cancel);
        return TypedResults.Ok(
            InMemoryPaging.Of(
                all.Where(each => wanted.Kind is null || each.Text.Kind == wanted.Kind)
                    .Select(each => new ReportTextLine(
                        each.Id,
                        each.Text.Kind,
                        new ReportingPeriod(each.Text.PeriodFrom, each.Text.PeriodTo).Label(municipality.ReportingYearStart),
                        each.Text.PeriodFrom,
                        each.Text.PeriodTo,
                        each.Text.Language,
                        each.Text.BegunOn,
                        each.Text.WrittenOn,
                        each.Text.HasIntroduction,
                        each.Text.Comments,
                        each.Text.Findings
                    )),
                each => each.Id,
                wanted.Cursor,
                wanted.Limit,
                http
            )
        );
    }
}
