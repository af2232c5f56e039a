using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Api.Pages;
using Ombud.Domain;
using Ombud.Projections.FollowUp;

namespace Ombud.Api.FollowUp;

/// <summary>The follow-up for people who look: what <see cref="FollowUpEndpoint"/> answers, as a page.</summary>
internal static class FollowUpPageEndpoint
{
    public static void MapFollowUpPage(this RouteGroupBuilder pages) =>
        pages.MapGet("/follow-up", HandleAsync).ExcludeFromDescription().RequireScope(Scopes.FiguresRead);

    private static async Task<IResult> HandleAsync(
        PageAddress address,
        PageMunicipality of,
        FollowUpQuery followUp,
        IClock clock,
        CancellationToken cancel
    )
    {
        if (of.Error is { } error)
            return error;
        var (tenant, present, _) = of;
        var input = address.Read<FollowUpRequest>(present.Zone, clock);
        var asked = input.Value ?? input.Readable ?? new FollowUpRequest();
        var language = address.Language;
        // A table is for spreadsheets: the page has no use for one.
        List<Fault> faults =
        [
            .. input.Faults,
            .. asked.Faults(clock),
            .. asked.Table is null ? [] : new[] { new Fault("table", "unknown_field", "The page takes no table.") },
        ];
        // Read in spite of faults: the form lists the reports.
        var (municipality, all) = await followUp.RunAsync(tenant, asked.AsOf, language, cancel) is var (found, then)
            ? (then, found)
            : (present, null);
        if (all is not null)
            faults.AddRange(asked.Faults(municipality, all));
        var shown = faults.Count == 0 && all is not null ? asked.Pick(all) : null;
        return new PageResult<FollowUpPage>(
            shown is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
            new(language ?? municipality.Language, municipality.Zone),
            (
                nameof(FollowUpPage.View),
                new FollowUpView(
                    municipality,
                    asked,
                    shown,
                    address,
                    [.. (all?.Reports ?? []).Select(report => report.Label).Distinct()],
                    faults
                )
            )
        )
        {
            Styles = [PageStyle.Pages, PageStyle.FollowUp],
        };
    }
}
