using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Ombud.Integrity.Secrets;

namespace Ombud.Api.Tests.People;

/// <summary>Each test has people of its own.</summary>
public sealed class ComingAgain(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task under_another_spelling_is_the_same_person()
    {
        var first = await ReceiveAsync(new { email = "Kari@Blåbær.example", telephone = "98 11 22 33" });
        var second = await ReceiveAsync(new { email = " kari@BLÅBÆR.example " });
        var third = await ReceiveAsync(new { telephone = "0047 98112233", nationalId = "311299 56715" });
        var fourth = await ReceiveAsync(new { nationalId = "31129956715" });
        var other = await ReceiveAsync(new { email = "kari2@blåbær.example" });

        new[] { second.Person, third.Person, fourth.Person }.ShouldAllBe(person => person == first.Person);
        other.Person.ShouldNotBe(first.Person);

        var found = await FindAsync(new { nationalId = "31129956715", purpose = "case_handling" });
        ((string?)found["personId"]).ShouldBe(first.Person);
        found["cases"]!
            .AsArray()
            .Select(line => (string)line!["id"]!)
            .ShouldBe([first.Id, second.Id, third.Id, fourth.Id], ignoreOrder: true);
        found["cases"]![0]!.AsObject().Select(field => field.Key).ShouldBe(["id", "receivedOn", "status"]);
    }

    [Fact]
    public async Task to_another_municipality_is_somebody_whom_it_does_not_know()
    {
        var here = await ReceiveAsync(new { email = "two.towns@example.org" });
        var purpose = new { email = "two.towns@example.org", purpose = "case_handling" };
        (await FindAsync(purpose, "ringsted")).ToJsonString().ShouldBe("""{"cases":[]}""");

        var there = await ReceiveAsync(new { email = "two.towns@example.org" }, "ringsted");

        there.Person.ShouldNotBe(here.Person);
        ((string?)(await FindAsync(purpose, "ringsted"))["personId"]).ShouldBe(there.Person);
        (await FingerprintsAsync(here.Person)).Single().ShouldNotBe((await FingerprintsAsync(there.Person)).Single());
    }

    [Fact]
    public async Task after_erasure_is_as_a_stranger()
    {
        var before = await ReceiveAsync(new { email = "gone@example.org", telephone = "98000001" });
        (await FingerprintsAsync(before.Person)).Count.ShouldBe(2);

        await api.DoAsync($"/v1/people/{before.Person}/erasure", new { reason = "unlawful_content" });

        (await FingerprintsAsync(before.Person)).ShouldBeEmpty();
        (await FindAsync(new { telephone = "98000001", purpose = "audit" })).ToJsonString().ShouldBe("""{"cases":[]}""");
        (await ReceiveAsync(new { email = "gone@example.org" })).Person.ShouldNotBe(before.Person);
        (await api.PostAsync($"/v1/people/{before.Person}/identifiers", new { email = "gone.too@example.org" })).ShouldBeProblem(
            409,
            "person-erased"
        );
    }

    [Fact]
    public async Task twenty_times_at_once_is_one_person()
    {
        var identifiers = new { email = "at.once@example.org", telephone = "98000002" };
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ReceiveAsync(identifiers)));

        all.Select(each => each.Person).Distinct().Count().ShouldBe(1);
        var found = await FindAsync(new { telephone = "98000002", purpose = "case_handling" });
        found["cases"]!.AsArray().Count.ShouldBe(20);
        (await api.GetAsync($"/v1/people/{all[0].Person}")).ShouldBe(200).Json["cases"]!.AsArray().Count.ShouldBe(20);
    }

    [Fact]
    public async Task while_being_erased_is_never_under_a_key_that_is_gone()
    {
        var before = await ReceiveAsync(new { email = "meanwhile@example.org" });
        var receiving = Enumerable.Range(0, 10).Select(_ => ReceiveAsync(new { email = "meanwhile@example.org" })).ToList();
        var erasing = api.PostAsync($"/v1/people/{before.Person}/erasure", new { reason = "unlawful_content" });
        var all = await Task.WhenAll(receiving);
        (await erasing).ShouldBe(200);

        var erased = (await api.GetAsync($"/v1/people/{before.Person}")).Json["cases"]!.AsArray().Select(id => (string)id!).ToList();
        var later = all.Where(each => !erased.Contains(each.Id)).ToList();
        later.ShouldAllBe(each => each.Person != before.Person);
        later.Select(each => each.Person).Distinct().Count().ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task with_identifiers_of_two_people_is_refused_and_tells_whose_they_are_to_nobody()
    {
        var (one, other) = (await ReceiveAsync(new { email = "one@example.org" }), await ReceiveAsync(new { telephone = "98000003" }));
        var refused = (await PostAsync(new { email = "one@example.org", telephone = "98000003" })).ShouldBeProblem(
            409,
            "identifiers-of-several-people"
        );
        var detail = (string)refused.Json["detail"]!;
        detail.ShouldContain("email and telephone are of different people.");
        detail.ShouldContain("POST /v1/people/lookups");
        refused.Json.ToJsonString().ShouldNotContain(one.Person);
        refused.Json.ToJsonString().ShouldNotContain(other.Person);

        refused = (await PostAsync(new { email = "one@example.org" }, other.Person)).ShouldBeProblem(409, "identifiers-of-several-people");
        ((string)refused.Json["detail"]!).ShouldContain("Somebody else is known by email.");
        refused.Json.ToJsonString().ShouldNotContain(one.Person);
        (await PostAsync(new { email = "one@example.org" }, one.Person)).ShouldBe(201);
    }

    [Fact]
    public async Task on_the_telephone_of_somebody_with_another_national_id_asks_who_it_is()
    {
        var one = await ReceiveAsync(new { nationalId = "30108299920", telephone = "98000004" });
        var refused = await PostAsync(new { nationalId = "30108299939", telephone = "98000004" });
        var detail = (string)refused.ShouldBeProblem(409, "identifiers-of-several-people").Json["detail"]!;
        detail.ShouldContain("Whoever is known by telephone is known by another nationalId.");
        refused.Json.ToJsonString().ShouldNotContain(one.Person);

        // Somebody of the same household.
        (await ReceiveAsync(new { nationalId = "30108299939" })).Person.ShouldNotBe(one.Person);
        // Or the same person, who had a D-nummer and has a fødselsnummer now.
        (await PostAsync(new { nationalId = "30108299947", telephone = "98000004" }, one.Person)).ShouldBe(201);
        ((string?)(await FindAsync(new { nationalId = "30108299947", purpose = "audit" }))["personId"]).ShouldBe(one.Person);
    }

    [Fact]
    public async Task is_noted_later_and_taken_back_where_it_was_wrong()
    {
        var one = await ReceiveAsync(new { email = "late@example.org" });
        var address = $"/v1/people/{one.Person}/identifiers";
        var view = await api.DoAsync(address, new { telephone = "98000005", email = "Late@example.org" });
        ((string?)view["id"]).ShouldBe(one.Person);
        ((string?)(await FindAsync(new { telephone = "98000005", purpose = "audit" }))["personId"]).ShouldBe(one.Person);

        await api.DoAsync($"{address}/withdrawal", new { telephone = "98 00 00 05" });
        await api.DoAsync($"{address}/withdrawal", new { telephone = "98 00 00 05" });

        (await FindAsync(new { telephone = "98000005", purpose = "audit" }))["personId"].ShouldBeNull();
        var other = await ReceiveAsync(new { telephone = "98000005" });
        (await api.PostAsync(address, new { telephone = "98000005" }))
            .ShouldBeProblem(409, "identifiers-of-several-people")
            .Json.ToJsonString()
            .ShouldNotContain(other.Person);
        // Nobody takes away what is another's.
        await api.DoAsync($"{address}/withdrawal", new { telephone = "98000005" });
        ((string?)(await FindAsync(new { telephone = "98000005", purpose = "audit" }))["personId"]).ShouldBe(other.Person);
        (await api.PostAsync($"/v1/people/{Guid.NewGuid()}/identifiers", new { telephone = "98000006" })).ShouldBeProblem(
            404,
            "person-not-found"
        );
    }

    [Fact]
    public async Task is_recorded_as_read_even_where_nobody_is_found()
    {
        var one = await ReceiveAsync(new { email = "audited@example.org" });
        await FindAsync(new { email = "audited@example.org", purpose = "access_request" });
        await FindAsync(new { telephone = "98000007", purpose = "supervision" });

        var readings = (await api.GetAsync("/v1/audit/personal-data-readings?limit=2")).ShouldBe(200).Json["items"]!.AsArray();

        readings
            .Select(each =>
                (
                    (string?)each!["personId"],
                    (string?)each["caseId"],
                    (string?)each["lookedUpBy"],
                    (string?)each["purpose"],
                    (string?)each["by"]
                )
            )
            .ShouldBe(
                [
                    (null, null, "telephone", "supervision", "local-developer"),
                    (one.Person, null, "email", "access_request", "local-developer"),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task with_what_is_wrong_is_named_by_field()
    {
        var refused = await PostAsync(
            new
            {
                nationalId = "31129956714",
                email = "kari",
                telephone = "12",
            }
        );
        refused
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["identifiers.nationalId", "identifiers.email", "identifiers.telephone"]);
        (await PostAsync(new { })).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["identifiers"]);
        (await PostAsync(new { facebook = "kari" })).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["identifiers.facebook"]);
        (await api.PostAsync("/v1/cases", new { receivedOn = "2023-06-01", personId = Guid.Empty }))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["personId"]);
        var unknown = await api.PostAsync(
            "/v1/cases",
            new
            {
                receivedOn = "2023-06-01",
                anonymous = true,
                identifiers = new { email = "hidden@example.org" },
            }
        );
        unknown.ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["identifiers"]);
        (await FindAsync(new { email = "hidden@example.org", purpose = "audit" }))["personId"].ShouldBeNull();
    }

    [Fact]
    public async Task is_looked_up_by_one_identifier_at_a_time_and_for_a_purpose()
    {
        const string Address = "/v1/people/lookups";
        (await api.PostAsync(Address, new { email = "a@example.org" })).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["purpose"]);
        (await api.PostAsync(Address, new { purpose = "audit" })).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["nationalId"]);
        (await api.PostAsync(Address, new { purpose = "audit", nationalId = "1" }))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["nationalId"]);
        var both = new
        {
            purpose = "audit",
            email = "a@example.org",
            telephone = "98000008",
        };
        (await api.PostAsync(Address, both)).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["telephone"]);
    }

    [Fact]
    public async Task survives_a_change_of_the_master_key()
    {
        var one = await ReceiveAsync(new { email = "rewrapped@example.org" });
        var (old, anew) = (new MasterKey(Convert.FromBase64String(OmbudApi.MasterKey)), new MasterKey(MasterKey.NewBytes()));
        await using var database = NpgsqlDataSource.Create(api.ConnectionString);
        var before = await KeyOfDrammenAsync(database, old);

        (await new WrappedKeys(database, new(anew, old)).RewrapAsync(null, OmbudApi.Cancel)).ShouldBeGreaterThan(1);
        var after = await KeyOfDrammenAsync(database, anew);
        (await new WrappedKeys(database, new(old, anew)).RewrapAsync(null, OmbudApi.Cancel)).ShouldBeGreaterThan(1);

        after.Fingerprint("email", "rewrapped@example.org").ShouldBe(before.Fingerprint("email", "rewrapped@example.org"));
        (await FingerprintsAsync(one.Person)).ShouldBe([after.Fingerprint("email", "rewrapped@example.org").Value]);
    }

    [Fact]
    public async Task leaves_no_digest_that_a_guess_could_be_held_against()
    {
        var one = await ReceiveAsync(
            new
            {
                nationalId = "15067650023",
                email = "guess@example.org",
                telephone = "98000009",
            }
        );
        var kept = await FingerprintsAsync(one.Person);
        kept.Count.ShouldBe(3);
        foreach (var guess in new[] { "15067650023", "guess@example.org", "+4798000009", "98000009" })
        {
            var bytes = Encoding.UTF8.GetBytes(guess);
            kept.ShouldAllBe(each =>
                !each.Contains(Convert.ToHexStringLower(SHA256.HashData(bytes)), StringComparison.Ordinal)
                && !each.Contains(guess, StringComparison.Ordinal)
            );
        }
        var history = (await api.GetAsync($"/v1/cases/{one.Id}/history")).ShouldBe(200);
        kept.ShouldAllBe(each => !Encoding.UTF8.GetString(history.Bytes).Contains(each));
    }

    private static Task<SubjectKey> KeyOfDrammenAsync(NpgsqlDataSource database, MasterKey master) =>
        new KeyStore(database, new(master)).OfTenantAsync("drammen", OmbudApi.Cancel);

    private async Task<(string Id, string Person)> ReceiveAsync(object identifiers, string municipality = "drammen")
    {
        var received = (await PostAsync(identifiers, municipality: municipality)).ShouldBe(201).Json;
        return ((string)received["id"]!, (string)received["personId"]!);
    }

    private Task<Answer> PostAsync(object identifiers, string? personId = null, string municipality = "drammen") =>
        api.PostAsync(
            "/v1/cases",
            new
            {
                receivedOn = "2023-06-01",
                identifiers,
                personId,
            },
            municipality
        );

    private Task<JsonNode> FindAsync(object lookup, string municipality = "drammen") =>
        api.DoAsync("/v1/people/lookups", lookup, municipality);

    private async Task<List<string>> FingerprintsAsync(string person)
    {
        await using var command = api.Database.CreateCommand(
            "select fingerprint from ombud.subject_fingerprints where subject_id = $1::uuid order by 1"
        );
        command.Parameters.Add(new() { Value = person });
        await using var reader = await command.ExecuteReaderAsync(OmbudApi.Cancel);
        var found = new List<string>();
        while (await reader.ReadAsync(OmbudApi.Cancel))
            found.Add(reader.GetString(0));
        return found;
    }
}
