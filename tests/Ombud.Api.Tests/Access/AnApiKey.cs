using System.Text;
using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Access.Keys;
using Ombud.Api.CommandLine;
using Ombud.Api.Settings;

namespace Ombud.Api.Tests.Access;

public sealed class AnApiKey(GuardedApi api) : IClassFixture<GuardedApi>
{
    private static readonly KeysCreateCommand.Wanted ForFigures = new("Open data portal", "drammen", ["figures"], [], "2999-12-31");

    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    [Fact]
    public async Task opens_what_its_role_may_and_names_what_it_may_not()
    {
        var key = await CreateAsync(ForFigures);
        (await api.AskAsync(key.ToString())).ShouldBe(200);
        var refused = (await api.AskAsync(key.ToString(), "/v1/cases")).ShouldBeProblem(403, "scope-missing");
        ((string?)refused.Json["detail"]).ShouldNotBeNull().ShouldContain("cases:read");
        refused.Header("WWW-Authenticate").ShouldBe("Bearer realm=\"ombud\", error=\"insufficient_scope\", scope=\"cases:read\"");
    }

    [Fact]
    public async Task acts_for_its_municipality_alone()
    {
        var key = (await CreateAsync(ForFigures)).ToString();
        ((string?)(await api.AskAsync(key)).Json["code"]).ShouldBe("drammen");
        (await api.AskAsync(key, headers: ("Ombud-Municipality", "drammen"))).ShouldBe(200);
        // Whether there is such a municipality is not for it to know.
        var foreign = (await api.AskAsync(key, headers: ("Ombud-Municipality", "ringsted"))).ShouldBeProblem(404, "not-found");
        var unknown = (await api.AskAsync(key, headers: ("Ombud-Municipality", "atlantis"))).ShouldBeProblem(404, "not-found");
        ((string?)foreign.Json["detail"]).ShouldBe((string?)unknown.Json["detail"]);
        (await api.AskAsync(key, "/reports?municipality=ringsted")).ShouldBeProblem(404, "not-found");
        (await api.AskAsync(key, "/reports")).ShouldBe(200);
    }

    [Fact]
    public async Task opens_nothing_once_it_is_revoked()
    {
        var key = await CreateAsync(ForFigures);
        (await api.AskAsync(key.ToString())).ShouldBe(200);
        (await api.Keys.RevokeAsync(key.Id, OmbudApi.Cancel)).ShouldBeTrue();
        (await api.AskAsync(key.ToString())).ShouldBeProblem(401, "unauthenticated");
        (await api.Keys.RevokeAsync(key.Id, OmbudApi.Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task opens_nothing_once_it_has_expired()
    {
        var key = await api.Keys.CreateAsync("old", "drammen", Scopes.All, Now - Duration.FromSeconds(1), "test", OmbudApi.Cancel);
        (await api.AskAsync(key.ToString())).ShouldBeProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task opens_nothing_with_another_secret_and_says_no_more_than_of_an_unknown_one()
    {
        var key = await CreateAsync(ForFigures);
        var wrong = (await api.AskAsync((key with { Secret = KeyText.New().Secret }).ToString())).ShouldBeProblem(401, "unauthenticated");
        var unknown = (await api.AskAsync(KeyText.New().ToString())).ShouldBeProblem(401, "unauthenticated");
        ((string?)wrong.Json["detail"]).ShouldBe((string?)unknown.Json["detail"]);
    }

    [Fact]
    public async Task is_stored_as_a_hash_only()
    {
        var key = await CreateAsync(ForFigures);
        await using var command = api.Database.CreateCommand("select row_to_json(k)::text, k.hash from ombud.api_keys k where id = $1");
        command.Parameters.Add(new() { Value = key.Id });
        await using var row = await command.ExecuteReaderAsync(OmbudApi.Cancel);
        (await row.ReadAsync(OmbudApi.Cancel)).ShouldBeTrue();
        row.GetString(0).ShouldNotContain(key.Secret);
        row.GetString(0).ShouldNotContain(Convert.ToHexStringLower(Encoding.ASCII.GetBytes(key.Secret)));
        row.GetFieldValue<byte[]>(1).ShouldBe(System.Security.Cryptography.SHA256.HashData(Encoding.ASCII.GetBytes(key.Secret)));
    }

    [Fact]
    public async Task is_listed_with_all_but_its_secret()
    {
        var text = await CreateAsync(ForFigures with { Name = "Listed" });
        var key = (await api.Keys.ListAsync("drammen", OmbudApi.Cancel)).Single(each => each.Name == "Listed");
        var line = KeysTable.Line(key, Now);
        line.ShouldStartWith($"{text.Id}\tdrammen\tListed\tfigures:read\tmade ");
        line.ShouldEndWith("expires 3000-01-01 00:00\tnever used");
        line.ShouldNotContain(text.Secret);
        line.ShouldNotContain(Convert.ToHexStringLower(key.Hash));
        (await api.Keys.ListAsync("ringsted", OmbudApi.Cancel)).ShouldNotContain(each => each.Name == "Listed");
    }

    [Fact]
    public async Task shows_when_it_was_last_used()
    {
        var (before, key) = (Now, await CreateAsync(ForFigures));
        (await api.AskAsync(key.ToString())).ShouldBe(200);
        // It is noted beside the request.
        ApiKey? kept = null;
        for (var tries = 0; tries < 100 && kept?.LastUsedAt is null; tries++)
        {
            await Task.Delay(50, OmbudApi.Cancel);
            kept = await api.Keys.FindAsync(key.Id, OmbudApi.Cancel);
        }
        kept!.LastUsedAt.ShouldNotBeNull().ShouldBeGreaterThan(before - Duration.FromSeconds(1));
    }

    [Fact]
    public async Task signs_what_it_does_with_its_name_and_says_for_whom()
    {
        var key = await CreateAsync(ForFigures with { Name = "Sak og arkiv", Roles = ["case_work"] });
        var made = (
            await api.AskAsync(
                key.ToString(),
                "/v1/cases",
                HttpMethod.Post,
                Json("""{"receivedOn":"2023-03-06"}"""),
                ("Ombud-On-Behalf-Of", "user-4711")
            )
        ).ShouldBe(201);
        var entry = (await api.AskAsync(key.ToString(), $"{made.Header("Location")}/history")).ShouldBe(200).Json["items"]![0]!;
        ((string?)entry["by"], (string?)entry["onBehalfOf"], (string?)entry["headers"]!["onBehalfOf"]).ShouldBe(
            ($"key:{key.Id} Sak og arkiv", "user-4711", "user-4711")
        );
        Encoding
            .UTF8.GetString(
                (await api.AskAsync(key.ToString(), $"{made.Header("Location")!["/v1".Length..]}/history?language=en")).ShouldBe(200).Bytes
            )
            .ShouldContain("user-4711");
        (
            await api.AskAsync(
                key.ToString(),
                "/v1/cases",
                HttpMethod.Post,
                Json("""{"receivedOn":"2023-03-06"}"""),
                ("Ombud-On-Behalf-Of", new('x', 201))
            )
        )
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["Ombud-On-Behalf-Of"]);
    }

    [Theory]
    [InlineData("", "drammen", "figures", null, "2999-12-31", "--name")]
    [InlineData("x", "Drammen!", "figures", null, "2999-12-31", "--municipality")]
    [InlineData("x", "drammen", "boss", null, "2999-12-31", "--role: there is no boss")]
    [InlineData("x", "drammen", null, "cases", "2999-12-31", "--scope: there is no cases")]
    [InlineData("x", "drammen", null, null, "2999-12-31", "--role or --scope")]
    [InlineData("x", "drammen", "figures", null, "soon", "--expires: soon is no date")]
    [InlineData("x", "drammen", "figures", null, "2020-01-01", "--expires: 2020-01-01 is over")]
    public async Task is_not_made_of_nonsense(string name, string municipality, string? role, string? scope, string expires, string says) =>
        (
            await Should.ThrowAsync<SettingsException>(() =>
                CreateAsync(new(name, municipality, role is null ? [] : [role], scope is null ? [] : [scope], expires))
            )
        ).Message.ShouldContain(says);

    private Task<KeyText> CreateAsync(KeysCreateCommand.Wanted wanted) =>
        KeysCreateCommand.CreateAsync(api.Keys, wanted, SystemClock.Instance, OmbudApi.Cancel);

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
