using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Integrity;
using Ombud.Projections.Cases;
using Ombud.Testing;

namespace Ombud.Projections.Tests.Cases;

public sealed class ListingCases(RegisterOfCases register) : IClassFixture<RegisterOfCases>
{
    private static readonly CaseFilter All = RegisterOfCases.All;

    private static readonly (string Name, CaseFilter Filter, Func<Case, bool> Wanted)[] Filters =
    [
        ("all", All, _ => true),
        ("number", All with { Number = "DR-7" }, each => each.Number == "DR-7"),
        ("open", All with { Status = "open" }, each => each.Status == CaseStatus.Open),
        ("closed", All with { Status = "closed" }, each => each.Status == CaseStatus.Closed),
        ("voided", All with { Status = "voided" }, each => each.Status == CaseStatus.Voided),
        ("cases", All with { IsCase = true }, each => each.IsCase),
        ("no cases", All with { IsCase = false }, each => !each.IsCase),
        ("service area", All with { ServiceArea = "health" }, each => each.ServiceArea == "health"),
        ("matter", All with { Matter = "lack_of_information" }, each => each.Matters.Contains("lack_of_information")),
        ("unit", All with { Unit = "building_office" }, each => each.Units.Contains("building_office")),
        ("channel", All with { Channel = "phone" }, each => each.Channel == "phone"),
        ("referral source", All with { ReferralSource = "self" }, each => each.ReferralSource == "self"),
        ("from", All with { ReceivedFrom = new(2023, 5, 3) }, each => each.ReceivedOn >= new LocalDate(2023, 5, 3)),
        ("to", All with { ReceivedTo = new(2023, 5, 3) }, each => each.ReceivedOn <= new LocalDate(2023, 5, 3)),
        (
            "several",
            All with
            {
                Status = "open",
                IsCase = true,
                Unit = "schools",
            },
            each => each is { Status: CaseStatus.Open, IsCase: true } && each.Units.Contains("schools")
        ),
        ("none", All with { ServiceArea = "space_travel" }, _ => false),
    ];

    public static TheoryData<string> Names => [.. Filters.Select(each => each.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task gives_those_that_the_filter_wants_and_no_others(string name)
    {
        var (_, filter, wanted) = Filters.Single(each => each.Name == name);
        foreach (
            var asOf in new Instant?[]
            {
                null,
                RegisterOfCases.Recorded,
                RegisterOfCases.Changed - Microseconds.One,
                RegisterOfCases.Changed,
            }
        )
            (await register.ListAsync(filter with { AsOf = asOf }))
                .Select(line =>
                    (line.Id, line.Case.Number, line.Case.Status, line.Case.ReceivedOn, line.Case.ClosedOn, line.Case.HandlingReviewedOn)
                )
                .ShouldBe(
                    (await register.ExpectedAsync(wanted, asOf)).Select(each =>
                        (
                            each.Id,
                            each.Case.Number,
                            each.Case.Status,
                            each.Case.ReceivedOn,
                            each.Case.LatestPeriod.ClosedOn,
                            each.Case.HandlingReviewedOn
                        )
                    ),
                    ignoreOrder: true
                );
    }

    [Fact]
    public async Task gives_nothing_as_of_before_the_first_was_recorded() =>
        (await register.ListAsync(All with { AsOf = RegisterOfCases.Recorded - Microseconds.One })).ShouldBeEmpty();

    [Fact]
    public async Task gives_the_newest_first()
    {
        var days = (await register.ListAsync(All)).Select(line => line.Case.ReceivedOn).ToList();
        days.ShouldBe(days.OrderDescending());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60)]
    [InlineData(61)]
    public async Task page_by_page_walks_every_case_once(int limit)
    {
        foreach (var asOf in new Instant?[] { null, RegisterOfCases.Recorded })
        {
            var whole = (await register.ListAsync(All with { AsOf = asOf })).Select(line => line.Id).ToList();
            var (walked, first) = (new List<Guid>(), All with { AsOf = asOf, Limit = limit });
            var pages = PageByPage.WalkAsync(
                first,
                register.ListAsync,
                lines => lines is [.., var last] ? first with { After = first.Order.PlaceOf(last) } : null
            );
            await foreach (var lines in pages)
            {
                lines.Count.ShouldBeLessThanOrEqualTo(limit);
                walked.AddRange(lines.Select(line => line.Id));
            }
            walked.ShouldBe(whole);
            walked.Count.ShouldBe(RegisterOfCases.Cases);
        }
    }

    [Fact]
    public async Task by_number_leaves_out_voided_cases_and_other_offices()
    {
        var ids = await register.Queries.IdsByNumberAsync(
            register.Office.Tenant,
            [.. Enumerable.Range(0, 70).Select(n => $"DR-{n}")],
            TestContext.Current.CancellationToken
        );
        ids.Select(each => (each.Value, each.Key))
            .ShouldBe((await register.ExpectedAsync(each => !each.Voided)).Select(each => (each.Id, each.Case.Number!)), ignoreOrder: true);
        (await register.Queries.IdsByNumberAsync("nobody", ["DR-1"], TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }
}
