using JasperFx.Events;
using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Access.SignIn;
using Ombud.Api.Http;
using Ombud.Api.Pages;
using Ombud.Api.People;
using Ombud.Api.Streams;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Confidentiality;
using Ombud.Integrity;
using Ombud.Projections;

namespace Ombud.Api.Cases.Personal;

/// <summary>
/// What <see cref="ReadPersonalData"/> answers, as a page. It asks first what for, and reads and records only what a form of ours asks: a
/// link cannot have it read in somebody's name.
/// </summary>
internal static class PersonalDataPageEndpoint
{
    public const string Purpose = "purpose";

    public static void MapPersonalDataPage(this RouteGroupBuilder pages)
    {
        pages.MapGet("/cases/{id:guid}/personal-data", AskAsync).ExcludeFromDescription().RequireScope(Scopes.PersonalRead);
        pages.MapPost("/cases/{id:guid}/personal-data", ReadAsync).ExcludeFromDescription().RequireScope(Scopes.PersonalRead);
    }

    internal sealed record Wanted([property: AsOf] Instant? AsOf = null, string? Language = null);

    private static Task<IResult> AskAsync(Guid id, PageAddress address, PageMunicipality of, HttpContext http, CancellationToken cancel) =>
        AnswerAsync(id, address, of, http, purpose: null, cancel);

    private static async Task<IResult> ReadAsync(
        Guid id,
        PageAddress address,
        PageMunicipality of,
        HttpContext http,
        CancellationToken cancel
    )
    {
        if (!await Forms.IsOursAsync(http))
            return Problems.Of(AccessRefusals.FormExpired, StatusCodes.Status400BadRequest);
        var given = (await http.Request.ReadFormAsync(cancel))[Purpose].ToString();
        return Codes.All(typeof(ReadPurpose)).Contains(given)
            ? await AnswerAsync(id, address, of, http, Codes.Read<ReadPurpose>(given), cancel)
            : ProblemPageWriter.Of(
                StatusCodes.Status400BadRequest,
                address,
                new Fault(Purpose, "invalid_value", "Choose what it is read for.") { Value = given }
            );
    }

    private static async Task<IResult> AnswerAsync(
        Guid id,
        PageAddress address,
        PageMunicipality of,
        HttpContext http,
        ReadPurpose? purpose,
        CancellationToken cancel
    )
    {
        if (of.Error is { } error)
            return error;
        var services = http.RequestServices;
        var clock = services.GetRequiredService<IClock>();
        var input = address.Read<Wanted>(of.Present.Zone, clock);
        var asked = input.Value ?? input.Readable ?? new Wanted();
        List<Fault> faults = [.. input.Faults, .. Languages.Faults(asked.Language), .. Moments.AsOfFaults(asked.AsOf, clock)];
        if (faults.Count > 0)
            return ProblemPageWriter.Of(StatusCodes.Status400BadRequest, address, [.. faults]);
        var found = await ReadStream.FindAsync(
            OmbudStreams.Case,
            CaseRefusals.NotFound,
            of.Tenant,
            id,
            asked.AsOf,
            null,
            services.GetRequiredService<TenantEventStore>(),
            clock,
            cancel
        );
        if (found.Problem is { } problem)
            return ProblemPageWriter.PageOf(problem, address, signIn: null);
        var read = purpose is { } what ? await RecordAndReadAsync(http, id, found.Events, found.State!, what, asked.AsOf, cancel) : null;
        return new PageResult<PersonalDataPage>(
            StatusCodes.Status200OK,
            new(address.Language ?? of.Present.Language, of.Present.Zone),
            (
                nameof(PersonalDataPage.View),
                new PersonalDataView(
                    of.Present.Name,
                    address,
                    id,
                    found.State!.Number ?? id.ToString()[..8],
                    asked.AsOf ?? clock.GetCurrentInstant(),
                    read
                )
            )
        );
    }

    private static async Task<PersonalData> RecordAndReadAsync(
        HttpContext http,
        Guid id,
        IReadOnlyList<IEvent> events,
        Case state,
        ReadPurpose purpose,
        Instant? asOf,
        CancellationToken cancel
    )
    {
        var (caller, services) = (await Caller.BindAsync(http), http.RequestServices);
        var texts = await services.GetRequiredService<PersonalTexts>().ReadAsync(caller.Tenant, events, cancel);
        // What cannot be recorded is not shown.
        await services.GetRequiredService<ReadingRecorder>().RecordAsync(caller, new(id, state.Person, purpose, asOf), cancel);
        return PersonalData.Of(id, state, texts);
    }
}
