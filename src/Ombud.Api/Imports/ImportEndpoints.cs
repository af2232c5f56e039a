using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Api.Messaging;
using Ombud.Api.RequestLimits;
using Ombud.Api.Tables;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Imports;

/// <summary>Files of cases, brought by other systems. The same as <c>./ombud import</c>, in the background.</summary>
internal static class ImportEndpoints
{
    private const int FaultsShown = 100;

    public static void MapImports(this RouteGroupBuilder v1)
    {
        var imports = v1.MapGroup("/imports").WithTags("Imports").RequireScope(Scopes.ImportsWrite);
        imports
            .MapPost("", CreateAsync)
            .WithName("importFile")
            .WithSummary("Import a file")
            .WithDescription(
                "Takes a file of cases or of the follow-up as the body: CSV, NDJSON of commands, or a workbook. All of it is checked "
                    + "before anything is recorded, and a file imported twice adds nothing twice. Location says where to ask how far it is."
            )
            .WithMetadata(new RequestSizeLimitAttribute(UploadedFile.Largest))
            .WithRequestTimeout(RequestTimeouts.Long);
        imports
            .MapGet("", ListAsync)
            .WithName("listImports")
            .WithSummary("List imports")
            .WithDescription("Lists the imports over HTTP, the newest first.");
        imports
            .MapGet("/template", TemplateAsync)
            .WithName("readImportTemplate")
            .WithSummary("Read a template to fill in")
            .WithDescription(
                "A workbook with the columns of an import in one language, and the codes of the municipality that are in force today to "
                    + "choose from. What is filled in imports as it is."
            )
            .WithMetadata(new MainMedia(MediaTypes.Xlsx))
            .Produces<byte[]>(StatusCodes.Status200OK, MediaTypes.Xlsx);
        imports
            .MapGet("/{id:guid}", ReadAsync)
            .WithName("readImport")
            .WithSummary("Read an import")
            .WithDescription($"Says how far an import is, and the first {FaultsShown} faults of its file; as text/csv all of them.")
            .Produces<ImportView>()
            .WithMetadata(new OtherMedia(MediaTypes.Csv));
        imports
            .MapDelete("/{id:guid}", CancelAsync)
            .WithName("cancelImport")
            .WithSummary("Stop an import")
            .WithDescription("Stops an import between two batches. What was recorded stays; the same file sent again adds the rest.");
    }

    internal sealed record Wanted(
        [property: Description("true to check the file only: nothing is recorded.")] bool DryRun = false,
        [property: Description("The import's id, where the caller wants to give it; a new one otherwise."), NotNil] Guid? Id = null
    );

    private static async Task<Results<Accepted<ImportSummary>, Problem>> CreateAsync(
        UploadedFile file,
        Query<Wanted> query,
        Caller caller,
        ImportStore imports,
        Outbox outbox,
        MunicipalityDirectory directory,
        CancellationToken cancel
    )
    {
        if (await directory.AsOfAsync(caller.Tenant, null, cancel) is null)
            return Problems.Refused(MunicipalityRefusals.NotConfigured);
        var (id, request) = (caller.NewStream(query.Value.Id), caller.Metadata.Request);
        if (request?.Done is null && await imports.FindAsync(caller.Tenant, id, cancel) is not null)
            return Problems.Refused(CreatingRefusals.IdIsTaken);
        if (request?.Done is null)
        {
            PendingMessage? first = null;
            await imports.AddAsync(
                caller.Tenant,
                id,
                file,
                query.Value.DryRun,
                caller.Metadata.UserName!,
                request,
                async transaction => first = await outbox.KeepAsync(transaction, caller.Tenant, new ContinueImport(caller.Tenant, id, 0)),
                cancel
            );
            await first!.SendAsync();
        }
        return await imports.FindAsync(caller.Tenant, id, cancel) is { } import
            ? TypedResults.Accepted($"/v1/imports/{id}", ImportSummary.Of(import.Accepted()))
            : Problems.Refused(ImportRefusals.NotFound);
    }

    internal sealed record Pages(
        [property: Description("The next of the page before.")] string? Cursor = null,
        [property: Description("How many at the most, 1 to 200.")] int Limit = 50
    );

    private sealed record Place(Guid Id);

    internal sealed record WantedTemplate([property: Description(Languages.Description)] string? Language = null);

    private static async Task<Results<FileContentHttpResult, Problem>> TemplateAsync(
        Query<WantedTemplate> query,
        Caller caller,
        MunicipalityDirectory directory,
        IClock clock,
        HttpContext http,
        CancellationToken cancel
    )
    {
        if (Languages.Faults(query.Value.Language).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        if (await directory.AsOfAsync(caller.Tenant, null, cancel) is not { } municipality)
            return Problems.Refused(MunicipalityRefusals.NotConfigured);
        var language = http.AnswerIn(query.Value.Language ?? municipality.Language);
        var today = municipality.DayOf(clock.GetCurrentInstant());
        return TypedResults.Bytes(
            await ImportTemplate.OfAsync(municipality, today, language, cancel),
            MediaTypes.Xlsx,
            ImportTemplate.FileName(caller.Tenant, language)
        );
    }

    private static async Task<Results<Ok<Page<ImportSummary>>, Problem>> ListAsync(
        Query<Pages> query,
        Caller caller,
        ImportStore imports,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var wanted = query.Value;
        if (Paging.Faults<Place>(wanted.Cursor, wanted.Limit).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        var after = wanted.Cursor is null ? null : Cursor.Read<Place>(wanted.Cursor);
        var found = await imports.ListAsync(caller.Tenant, after?.Id, wanted.Limit + 1, cancel);
        return TypedResults.Ok(Paging.Of(found, wanted.Limit, ImportSummary.Of, row => new Place(row.Id), http));
    }

    private static async Task<Results<Ok<ImportView>, FileContentHttpResult, Problem>> ReadAsync(
        Guid id,
        Caller caller,
        ImportStore imports,
        HttpContext http,
        CancellationToken cancel
    )
    {
        if (await imports.FindAsync(caller.Tenant, id, cancel) is not { } import)
            return Problems.Refused(ImportRefusals.NotFound);
        var faults = (import.FaultCount == 0 ? [] : await imports.FaultsAsync(caller.Tenant, id, cancel)).Select(ImportFault.Of).ToList();
        return http.MediaType() == MediaTypes.Csv
            ? TypedResults.Bytes(CsvDocument.Of(Table(faults)), MediaTypes.CsvWithHeader, $"import-{id}-faults.csv")
            : TypedResults.Ok(new ImportView(ImportSummary.Of(import), [.. faults.Take(FaultsShown)]));
    }

    private static async Task<Results<Ok<ImportSummary>, Problem>> CancelAsync(
        Guid id,
        Caller caller,
        ImportStore imports,
        CancellationToken cancel
    ) =>
        await imports.FindAsync(caller.Tenant, id, cancel) is null ? Problems.Refused(ImportRefusals.NotFound)
        : !await imports.EndAsync(caller.Tenant, id, ImportState.Cancelled, cancel) ? Problems.Refused(ImportRefusals.HasEnded)
        : TypedResults.Ok(ImportSummary.Of((await imports.FindAsync(caller.Tenant, id, cancel))!));

    private static DocumentTable Table(IReadOnlyList<ImportFault> faults) =>
        DocumentTable.Of(
            "faults",
            new("Feil", "Fejl", "Faults"),
            faults,
            ("line", null, fault => Cell.Count(fault.Line)),
            ("field", null, fault => Cell.Text(fault.Field)),
            ("code", null, fault => Cell.Text(fault.Code)),
            ("detail", null, fault => Cell.Text(fault.Detail)),
            ("value", null, fault => Cell.Text(fault.Value)),
            ("cell", null, fault => Cell.Text(fault.Cell))
        );
}
