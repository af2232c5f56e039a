namespace Ombud.Api.Tests.Cases;

public sealed class ReadingHistory(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task shows_who_when_and_what_changed()
    {
        var address = await api.ClosedAsync();
        var items = (await api.GetAsync($"{address}/history")).ShouldBe(200).Json["items"]!.AsArray();

        items.Select(item => (string)item!["type"]!).ShouldBe(["case_received", "case_assessed", "case_categorized", "case_closed"]);
        var closing = items[^1]!;
        ((string?)closing["by"], (string?)closing["occurredOn"], (int)closing["version"]!).ShouldBe(("local-developer", "2023-04-20", 4));
        ((string?)closing["causationId"]).ShouldNotBeNullOrEmpty();
        var changes = closing["changes"]!
            .AsArray()
            .ToDictionary(
                change => (string)change!["field"]!,
                change => (Before: change!["before"]?.ToString(), After: change["after"]?.ToString())
            );
        changes["status"].ShouldBe(("open", "closed"));
        changes["closedOn"].ShouldBe((null, "2023-04-20"));
        changes["outcome"].ShouldBe((null, "guided"));
    }

    [Fact]
    public async Task stops_at_a_version_or_a_moment()
    {
        var address = await api.ClosedAsync();
        (await api.GetAsync($"{address}/history?version=2")).ShouldBe(200).Json["items"]!.AsArray().Count.ShouldBe(2);
        ((string?)(await api.GetAsync($"{address}?version=3")).ShouldBe(200).Json["status"]).ShouldBe("open");
        (await api.GetAsync($"{address}?version=5")).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["version"]);
        (await api.GetAsync($"{address}?asOf=2020-01-01T00:00:00Z")).ShouldBeProblem(404, "case-not-found");
        (await api.GetAsync($"{address}?asOf=2020-01-01T00:00:00Z&version=1")).ShouldBeProblem(400, "invalid-input");
    }

    [Fact]
    public async Task is_not_given_to_another_municipality() =>
        (await api.GetAsync($"{await api.ReceivedAsync()}/history", "ringsted")).ShouldBeProblem(404, "case-not-found");
}
