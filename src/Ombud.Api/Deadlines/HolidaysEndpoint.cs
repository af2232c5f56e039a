using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Calendars;
using Ombud.Domain.Municipalities;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Deadlines;

/// <summary>The special days of a country in a year, as they were known at a moment.</summary>
internal static class HolidaysEndpoint
{
    public static void Map(RouteGroupBuilder v1) =>
        v1.MapGet("/holidays", HandleAsync)
            .WithName("listHolidays")
            .WithSummary("List holidays")
            .WithDescription(
                "Lists a country's public holidays, closing days and bridge days in a year, as they were known. One date can carry two."
            );

    internal sealed record Wanted(
        [property: Description("NO or DK; the municipality's own, unless it is given.")] string? Country = null,
        [property:
            Description("The year; the present one, unless it is given."),
            Range(HolidayCalendar.FirstYear, HolidayCalendar.LastYear)
        ]
            int? Year = null,
        [property: AsOf] Instant? AsOf = null,
        [property: Description(Languages.Description)] string? Language = null
    );

    private static async Task<Results<Ok<HolidayList>, Problem>> HandleAsync(
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
        if (Faults(wanted, clock).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        var knownOn = municipality.DayOf(wanted.AsOf ?? clock.GetCurrentInstant());
        var (country, year, language) = (
            wanted.Country ?? municipality.Country,
            wanted.Year ?? knownOn.Year,
            http.AnswerIn(wanted.Language ?? municipality.Language)
        );
        return TypedResults.Ok(
            new HolidayList(
                country,
                year,
                knownOn,
                [
                    .. HolidayCalendar
                        .Of(country, knownOn)
                        .In(year)
                        .Select(special => new HolidayItem(
                            special.Date,
                            special.Day.Code,
                            special.Day.Class,
                            special.Day.Name.In(language),
                            special.Day.Source
                        )),
                ]
            )
        );
    }

    private static IEnumerable<Fault> Faults(Wanted wanted, IClock clock)
    {
        if (wanted.Country is not null && !HolidayCalendar.Countries.Contains(wanted.Country))
            yield return new("country", "unknown_country", $"Give one of {string.Join(", ", HolidayCalendar.Countries)}.")
            {
                Value = wanted.Country,
            };
        if (wanted.Year is < HolidayCalendar.FirstYear or > HolidayCalendar.LastYear)
            yield return new("year", "out_of_range", $"Give a year from {HolidayCalendar.FirstYear} to {HolidayCalendar.LastYear}.")
            {
                Value = $"{wanted.Year}",
            };
        foreach (var fault in Languages.Faults(wanted.Language).Concat(Moments.AsOfFaults(wanted.AsOf, clock)))
            yield return fault;
    }
}

/// <summary>The special days of a country in a year.</summary>
/// <param name="Country">ISO 3166: <c>NO</c> or <c>DK</c>.</param>
/// <param name="Year">The year.</param>
/// <param name="KnownOn">The day whose knowledge it shows.</param>
/// <param name="Items">The days in order; one date can carry two.</param>
internal sealed record HolidayList(string Country, int Year, LocalDate KnownOn, IReadOnlyList<HolidayItem> Items);

/// <summary>A public holiday, closing day or bridge day.</summary>
/// <param name="Date">Its date.</param>
/// <param name="Code">Stable snake_case code, such as <c>good_friday</c>.</param>
/// <param name="Class">A deadline's rule names the classes that move its end.</param>
/// <param name="Name">Its name in the language asked for.</param>
/// <param name="Source">Where it says so.</param>
internal sealed record HolidayItem(LocalDate Date, string Code, DayClass Class, string Name, string Source);
