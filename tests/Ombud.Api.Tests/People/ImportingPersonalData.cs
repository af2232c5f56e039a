namespace Ombud.Api.Tests.People;

public sealed class ImportingPersonalData(OmbudApi api) : IClassFixture<OmbudApi>
{
    private static string Received(string number, string more = "") =>
        $$"""{"command":"receive_case","case":"{{number}}","receivedOn":"2023-06-01","summary":"She waits"{{more}}}""";

    private static string Note(string number, string text) => $$"""{"command":"add_note","case":"{{number}}","text":"{{text}}"}""";

    [Fact]
    public async Task twice_adds_nothing_twice()
    {
        var file = string.Join('\n', Received("DR-10"), Note("DR-10", "One"), Note("DR-10", "Two"));
        (await api.ImportAsync(file)).Events.ShouldBe(3);
        var again = await api.ImportAsync(file);
        (again.Events, again.Skipped, again.Faults.Count).ShouldBe((0, 3, 0));
    }

    [Fact]
    public async Task goes_on_under_the_key_that_the_case_has()
    {
        var address = await api.ReceiveAsync(
            new
            {
                number = "DR-11",
                receivedOn = "2023-06-01",
                summary = "She waits",
            }
        );
        var person = (string)(await api.GetAsync(address)).Json["personId"]!;
        await api.RecordAllAsync("drammen", Note("DR-11", "Imported later"));
        (await api.GetAsync(address)).Json["personId"]!.ToString().ShouldBe(person);
        var texts = (await api.GetAsync($"{address}/personal-data?purpose=audit")).ShouldBe(200).Json["texts"]!.AsArray();
        texts
            .Select(text => ((string)text!["text"]!, (string)text["personId"]!))
            .ShouldBe([("She waits", person), ("Imported later", person)]);
    }

    [Fact]
    public async Task of_one_person_in_two_cases_is_under_one_key()
    {
        const string Person = "0197a3c4-5f00-7000-8000-00000000b001";
        await api.RecordAllAsync("drammen", Received("DR-12", $",\"person\":\"{Person}\""), Received("DR-13", $",\"person\":\"{Person}\""));
        (await api.GetAsync($"/v1/people/{Person}")).ShouldBe(200).Json["cases"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task of_somebody_who_was_erased_is_refused_by_line_and_imports_nothing()
    {
        const string Person = "0197a3c4-5f00-7000-8000-00000000b002";
        await api.RecordAllAsync("drammen", Received("DR-14", $",\"person\":\"{Person}\""));
        await api.DoAsync($"/v1/people/{Person}/erasure", new { reason = "unlawful_content" });

        var refused = await api.ImportAsync(string.Join('\n', Received("DR-15"), Received("DR-16", $",\"person\":\"{Person}\"")));

        refused.Faults.Select(fault => (fault.Line, fault.Fault.Field, fault.Fault.Code)).ShouldBe([(2, "person", "person-erased")]);
        (await api.GetAsync("/v1/cases?number=DR-15")).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task finds_whom_the_office_knows_and_who_stood_earlier_in_the_file()
    {
        var known = (
            await api.PostAsync("/v1/cases", new { receivedOn = "2023-06-01", identifiers = new { email = "imported@example.org" } })
        )
            .ShouldBe(201)
            .Json;
        var file = string.Join(
            '\n',
            Received("DR-20", ",\"identifiers\":{\"email\":\"Imported@example.org\"}"),
            Received("DR-21", ",\"identifiers\":{\"telephone\":\"97000001\"}"),
            Received("DR-22", ",\"identifiers\":{\"telephone\":\"+47 97 00 00 01\",\"email\":\"second@example.org\"}")
        );
        (await api.ImportAsync(file)).Faults.ShouldBeEmpty();
        (await api.ImportAsync(file)).Events.ShouldBe(0);

        (await PersonOfAsync("DR-20")).ShouldBe((string)known["personId"]!);
        (await PersonOfAsync("DR-22")).ShouldBe(await PersonOfAsync("DR-21"));
        var found = await api.DoAsync("/v1/people/lookups", new { email = "second@example.org", purpose = "audit" });
        ((string?)found["personId"]).ShouldBe(await PersonOfAsync("DR-21"));
        found["cases"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task learns_nothing_of_who_was_erased_from_a_file_that_is_sent_again()
    {
        var file = Received("DR-23", ",\"identifiers\":{\"email\":\"forgotten@example.org\"}");
        await api.RecordAllAsync("drammen", file);
        await api.DoAsync($"/v1/people/{await PersonOfAsync("DR-23")}/erasure", new { reason = "unlawful_content" });

        (await api.ImportAsync(file)).Events.ShouldBe(0);

        (await api.DoAsync("/v1/people/lookups", new { email = "forgotten@example.org", purpose = "audit" }))["personId"].ShouldBeNull();
    }

    [Fact]
    public async Task of_two_people_in_one_line_is_refused_and_of_wrong_identifiers_named_by_field()
    {
        var refused = await api.ImportAsync(
            string.Join(
                '\n',
                Received("DR-24", ",\"identifiers\":{\"email\":\"a24@example.org\"}"),
                Received("DR-25", ",\"identifiers\":{\"telephone\":\"97000002\"}"),
                Received("DR-26", ",\"identifiers\":{\"telephone\":\"97000002\",\"email\":\"a24@example.org\"}"),
                Received("DR-27", ",\"identifiers\":{\"nationalId\":\"31129956714\"}")
            )
        );
        refused
            .Faults.Select(fault => (fault.Line, fault.Fault.Field, fault.Fault.Code))
            .ShouldBe([(3, "identifiers", "identifiers-of-several-people"), (4, "identifiers.nationalId", "invalid_value")]);
        (await api.DoAsync("/v1/people/lookups", new { email = "a24@example.org", purpose = "audit" }))["personId"].ShouldBeNull();
    }

    private async Task<string> PersonOfAsync(string number) =>
        (string)(await api.GetAsync($"/v1/cases/{await api.IdAsync(number)}")).ShouldBe(200).Json["personId"]!;

    [Fact]
    public async Task keeps_no_digest_that_a_guess_could_be_held_against()
    {
        var line = Received("DR-17");
        await api.RecordAllAsync("drammen", line);
        await using var command = api.Database.CreateCommand(
            "select headers::text from ombud.mt_events where headers -> 'import' ->> 'digest' = $1"
        );
        command.Parameters.Add(new() { Value = Ombud.Api.Imports.ImportLine.DigestOf(line) });
        (await command.ExecuteScalarAsync(OmbudApi.Cancel)).ShouldBeNull();
    }
}
