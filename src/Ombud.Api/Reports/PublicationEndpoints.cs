using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Api.Pages;
using Ombud.Api.Tables;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Projections.Engine;
using Ombud.Projections.FollowUp;
using Ombud.Projections.Municipalities;
using Ombud.Projections.Publications;

namespace Ombud.Api.Reports;

/// <summary>Publishing reports, and reading what was published: to the byte, and verified against the events.</summary>
internal static class PublicationEndpoints
{
    public static void Map(RouteGroupBuilder reports)
    {
        reports
            .MapPost("", PublishAsync)
            .WithName("publishReport")
            .WithSummary("Publish a report")
            .WithDescription(
                "Closes the municipality's history up to now and publishes the period's figures as known at that moment. The "
                    + "document is kept to the byte."
            )
            .RequireScope(Scopes.ReportsPublish);
        reports
            .MapGet("", ListAsync)
            .WithName("listReports")
            .WithSummary("List published reports")
            .WithDescription("Lists the published reports, newest first, with what corrects what, and what is due and planned.")
            .WithMetadata(new HasPage());
        reports
            .MapGet("/{id:guid}", ReadAsync)
            .WithName("readReport")
            .WithSummary("Read a published report")
            .WithDescription(
                "Gives the published document, byte for byte; or, made of it, a page to print, a PDF, one table as CSV, or all "
                    + "of them in a zip file or a workbook, as Accept says. The same report gives the same bytes in every form."
            )
            .Produces<ReportDocument>()
            .WithMetadata(new OtherMedia(Documents.ReportDocument.Types[1..]) { Json = typeof(JsonElement) }, new SendsETag())
            .Produces<Problem>(StatusCodes.Status409Conflict, Problem.ContentType);
        reports
            .MapGet("/{id:guid}/verification", VerifyAsync)
            .WithName("verifyReport")
            .WithSummary("Verify a published report")
            .WithDescription(
                "Makes the document again from what was recorded up to its moment, and says whether it is the same to the byte."
            )
            .Produces<Problem>(StatusCodes.Status409Conflict, Problem.ContentType);
    }

    internal sealed record Moment([property: AsOf] Instant? AsOf = null);

    private static async Task<Results<Created<PublicationView>, Problem>> PublishAsync(
        Body<PublishReport> body,
        Caller caller,
        ReportPublisher publisher,
        MunicipalityDirectory directory,
        CancellationToken cancel
    )
    {
        var id = caller.NewStream(body.Value.Id);
        return await publisher.PublishAsync(caller, id, body.Value, cancel) switch
        {
            Outcome<Report>.Recorded { State.Published: { } published } => TypedResults.Created(
                $"/v1/reports/{id}",
                PublicationView.Of(
                    new(id, PublicationRow.Of(published), null),
                    (await directory.AsOfAsync(caller.Tenant, published.AsOf, cancel))!
                )
            ),
            Outcome<Report>.Refused(var refusal) => Problems.Refused(refusal),
            Outcome<Report>.Invalid(var faults) => Problems.Invalid(faults),
            _ => throw new InvalidOperationException("A new report has no version to be wrong about."),
        };
    }

    private static async Task<Results<Ok<PublicationList>, Problem>> ListAsync(
        Query<Moment> query,
        Caller caller,
        PublicationQueries publications,
        FollowUpQuery followUp,
        IClock clock,
        CancellationToken cancel
    )
    {
        if (Moments.AsOfFaults(query.Value.AsOf, clock).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        return await followUp.RunAsync(caller.Tenant, query.Value.AsOf, null, cancel) is var (planned, municipality)
            ? TypedResults.Ok(
                PublicationList.Of(
                    await publications.ListAsync(caller.Tenant, query.Value.AsOf, cancel),
                    municipality,
                    municipality.DayOf(query.Value.AsOf ?? clock.GetCurrentInstant()),
                    planned.Meetings
                )
            )
            : Problems.Refused(MunicipalityRefusals.NotConfigured);
    }

    internal sealed record Form(
        [property: Description("Which table, where the answer is text/csv; a report has those of its time.")]
        [property: OneOf(
            "PublishedReportTable",
            "A table that a published report can have.",
            typeof(Documents.ReportTables),
            nameof(Documents.ReportTables.OfPublished)
        )]
            string? Table = null,
        [property: Description(StatisticsEndpoint.DialectDescription)] CsvDialect Dialect = CsvDialect.Plain
    );

    private static async Task<Results<ContentHttpResult, StatusCodeHttpResult, Documents.ReportDocument, Problem>> ReadAsync(
        Guid id,
        Query<Form> query,
        Caller caller,
        PageAddress address,
        TenantEventStore store,
        MunicipalityDirectory directory,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var mediaType = http.MediaType();
        // What no report has is wrong, whatever this one has.
        if (TableParameter.Faults(query.Value.Table, mediaType, Documents.ReportTables.OfPublished).ToList() is { Count: > 0 } never)
            return Problems.Invalid(never);
        var (found, problem) = await PublishedDocument.FindAsync(caller.Tenant, id, address, store, directory, cancel);
        if (found is not var (published, view, municipality))
            return problem!;
        if (
            TableParameter.Faults(query.Value.Table, mediaType, [.. view.Tables.Select(table => table.Name)]).ToList() is
            { Count: > 0 } faults
        )
            return Problems.Invalid(faults);
        if (mediaType != MediaTypes.Json)
            return new Documents.ReportDocument(view, municipality.Zone, mediaType, query.Value.Table, query.Value.Dialect);
        // The language is part of what was published, whatever the caller would like.
        http.AnswerIn(published.Language);
        var etag = $"\"{published.Digest}\"";
        http.Response.Headers.ETag = etag;
        return http.Request.Has(etag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Text(published.Document, "application/json");
    }

    private static async Task<Results<Ok<ReportVerification>, Problem>> VerifyAsync(
        Guid id,
        Caller caller,
        TenantEventStore store,
        ReportVerifier verifier,
        CancellationToken cancel
    ) =>
        OmbudStreams.Report.Fold(await store.FetchStreamAsync(caller.Tenant, id, cancel)) switch
        {
            null => Problems.Refused(ReportRefusals.NotFound),
            { Published: { } published } => TypedResults.Ok(await verifier.VerifyAsync(caller.Tenant, id, published, cancel)),
            _ => Problems.Refused(ReportRefusals.NoDocument),
        };
}
