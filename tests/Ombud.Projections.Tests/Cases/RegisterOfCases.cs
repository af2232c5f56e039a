using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Tests.Cases;
using Ombud.Projections.Cases;

namespace Ombud.Projections.Tests.Cases;

/// <summary>A register of some sixty cases in all states, with a change to each a month after it was recorded.</summary>
public sealed class RegisterOfCases : IAsyncLifetime
{
    internal const int Cases = 60;
    internal static readonly Instant Recorded = Instant.FromUtc(2023, 6, 1, 12, 0);
    internal static readonly Instant Changed = Instant.FromUtc(2023, 7, 1, 12, 0);
    internal static readonly CaseFilter All = new() { Limit = 1000 };
    private readonly OmbudDatabase _database = new();

    internal Office Office { get; private set; } = null!;

    internal CaseQueries Queries => new(_database.Tenants);

    internal Task<IReadOnlyList<CaseLine>> ListAsync(CaseFilter filter) =>
        Queries.ListAsync(Office.Tenant, filter, TestContext.Current.CancellationToken);

    /// <summary>What the list should hold, from the events alone.</summary>
    internal async Task<IEnumerable<(Guid Id, Case Case)>> ExpectedAsync(Func<Case, bool> wanted, Instant? asOf = null) =>
        States.At(await Office.EventsAsync(Cases), asOf).Where(each => wanted(each.State));

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        foreach (var tenant in new[] { "drammen", "another" })
        {
            Office = new(_database, tenant);
            (
                await Office.ImportAsync([
                    .. Enumerable
                        .Range(0, Cases)
                        .Select(n => new Past(Office.Id(n), Received(new(n)) with { Number = $"DR-{n}" }, Recorded)),
                ])
            ).ShouldBeTrue();
            (
                await Office.ImportAsync([.. Enumerable.Range(0, Cases).Select(n => new Past(Office.Id(n), Next(new(n + 500)), Changed))])
            ).ShouldBeTrue();
        }
        Office = new(_database, "drammen");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _database.DisposeAsync();
    }

    // Five days for sixty cases, so that many were received on the same one.
    private static ReceiveCase Received(SeededRandom random) =>
        new(
            null,
            new(2023, 5, 1 + random.Below(5)),
            null,
            random.Of("email", "phone", null),
            random.Of("self", "politician", null),
            random.Mostly(),
            random.Mostly(),
            random.Of("health", "transport", null),
            random.Of<string[]>([], ["late_or_no_reply"], ["late_or_no_reply", "lack_of_information"]),
            random.Of<string[]>([], ["schools"], ["schools", "building_office"])
        );

    private static CaseCommand Next(SeededRandom random) =>
        random.Of<CaseCommand>(
            new CloseCase("guided"),
            new VoidCase("A test"),
            new CategorizeCase("other", ["lack_of_information"]),
            new AssessCase(false),
            new CorrectCase("Misread", Channel: "phone", ReceivedOn: new(2023, 4, 20)),
            new ReviewHandling()
        );
}
