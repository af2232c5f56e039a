using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.People;

public sealed class ErasingAPerson(OmbudApi api) : IClassFixture<OmbudApi>
{
    private static object Inquiry(string? person = null) =>
        new
        {
            receivedOn = "2023-06-01",
            resident = new { name = "Kari Nordmann" },
            summary = "She waits for a ramp.",
            personId = person,
        };

    [Fact]
    public async Task is_refused_before_all_their_cases_are_with_the_archive()
    {
        var first = await api.ReceiveAsync(Inquiry());
        var person = await PersonAsync(first);
        var second = await api.ReceiveAsync(Inquiry(person));
        await DeliverAsync(first);

        var refused = (await EraseAsync(person, "retention_ended")).ShouldBeProblem(409, "not-delivered-to-archive");

        ((string)refused.Json["detail"]!).ShouldContain(second.Split('/')[^1]);
        ((string)refused.Json["detail"]!).ShouldNotContain(first.Split('/')[^1]);
        await DeliverAsync(second);
        var erased = (await EraseAsync(person, "retention_ended")).ShouldBe(200).Json;
        erased["cases"]!.AsArray().Count.ShouldBe(2);
        foreach (var address in new[] { first, second })
        {
            (await ReadAsync(address))["texts"]!.AsArray().ShouldAllBe(text => (bool)text!["erased"]!);
            (await api.GetAsync(address)).Json["erasedOn"].ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task waits_for_no_archive_where_the_content_is_unlawful()
    {
        var address = await api.ReceiveAsync(Inquiry());
        (await EraseAsync(await PersonAsync(address), "unlawful_content")).ShouldBe(200);
        (await ReadAsync(address))["resident"].ShouldBeNull();
    }

    [Fact]
    public async Task hides_also_what_was_known_before()
    {
        var address = await api.ReceiveAsync(Inquiry());
        (await EraseAsync(await PersonAsync(address), "unlawful_content")).ShouldBe(200);
        var before = (await api.GetAsync($"{address}/personal-data?purpose=audit&version=1")).ShouldBe(200).Json;
        before["texts"]!.AsArray().ShouldAllBe(text => text!["text"] == null);
    }

    [Fact]
    public async Task lets_the_case_go_on_and_new_texts_are_of_a_new_person()
    {
        var address = await api.ReceiveAsync(Inquiry());
        var person = await PersonAsync(address);
        (await EraseAsync(person, "unlawful_content")).ShouldBe(200);
        await api.DoAsync($"{address}/notes", new { text = "Nobody remembers why" });

        (await PersonAsync(address)).ShouldNotBe(person);
        (await ReadAsync(address))["texts"]!
            .AsArray()
            .Select(text => (string?)text!["text"])
            .ShouldBe([null, null, "Nobody remembers why"]);
    }

    [Fact]
    public async Task takes_nothing_more_under_the_same_id()
    {
        var person = await PersonAsync(await api.ReceiveAsync(Inquiry()));
        (await EraseAsync(person, "unlawful_content")).ShouldBe(200);
        (await api.PostAsync("/v1/cases", Inquiry(person))).ShouldBeProblem(409, "person-erased");
    }

    [Fact]
    public async Task who_is_not_there_is_not_found()
    {
        (await EraseAsync("0197a3c4-5f00-7000-8000-00000000ffff", "unlawful_content")).ShouldBeProblem(404, "person-not-found");
        (await EraseAsync(Guid.Empty.ToString(), "unlawful_content")).ShouldBeProblem(404, "person-not-found");
        var person = await PersonAsync(await api.ReceiveAsync(Inquiry()));
        (await api.PostAsync($"/v1/people/{person}/erasure", new { reason = "unlawful_content" }, "ringsted")).ShouldBeProblem(
            404,
            "person-not-found"
        );
        (await api.GetAsync($"/v1/people/{person}", "ringsted")).ShouldBeProblem(404, "person-not-found");
    }

    [Fact]
    public async Task needs_a_reason_that_there_is()
    {
        var person = await PersonAsync(await api.ReceiveAsync(Inquiry()));
        (await api.PostAsync($"/v1/people/{person}/erasure", new { })).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["reason"]);
        (await EraseAsync(person, "tidying_up")).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["reason"]);
    }

    [Fact]
    public async Task while_others_write_of_them_leaves_nothing_readable_that_came_before_it()
    {
        var address = await api.ReceiveAsync(Inquiry());
        var person = await PersonAsync(address);
        var writing = Enumerable
            .Range(0, 20)
            .Select(i =>
                i % 2 == 0 ? api.PostAsync($"{address}/notes", new { text = $"Note {i}" }) : api.PostAsync("/v1/cases", Inquiry(person))
            )
            .ToList();
        var erasing = EraseAsync(person, "unlawful_content");

        var answers = await Task.WhenAll(writing);
        (await erasing).ShouldBe(200);
        answers
            .Select(answer => (string?)answer.Json["type"])
            .ShouldAllBe(type => type == null || type == "/problems/person-erased" || type == "/problems/version-mismatch");

        foreach (var id in (await api.GetAsync($"/v1/people/{person}")).ShouldBe(200).Json["cases"]!.AsArray().Select(id => (string)id!))
        {
            var texts = (await ReadAsync($"/v1/cases/{id}"))["texts"]!.AsArray();
            texts.Where(text => (string)text!["personId"]! == person).ShouldAllBe(text => (bool)text!["erased"]!);
        }
    }

    private async Task DeliverAsync(string address)
    {
        await api.DoAsync($"{address}/closure", new { outcome = "guided", closedOn = "2023-06-10" });
        await api.DoAsync($"{address}/archive-delivery", new { });
    }

    private async Task<string> PersonAsync(string address) => (string)(await api.GetAsync(address)).ShouldBe(200).Json["personId"]!;

    private async Task<JsonNode> ReadAsync(string address) =>
        (await api.GetAsync($"{address}/personal-data?purpose=audit")).ShouldBe(200).Json;

    private Task<Answer> EraseAsync(string person, string reason) => api.PostAsync($"/v1/people/{person}/erasure", new { reason });
}
