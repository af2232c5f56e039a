using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Ombud.Integrity.Secrets;

namespace Ombud.Api.Tests.People;

/// <summary>Whatever is recorded about a person is searched for in all that Ombud keeps, logs and answers.</summary>
public sealed class KeepingSecrets(OmbudApi api) : IClassFixture<OmbudApi>
{
    // Each is told in another field, and is like nothing else.
    private static readonly string[] Secrets =
    [
        "Xerxes Zwollsman",
        "xz@example.no",
        "31129956789",
        "Qvitteringen-om-rampen",
        "Notatet-om-søsteren",
        "Rettet-fordi-naboen-ringte",
        "Utredes-av-fastlegen",
        "Forlenget-ved-sykdom",
        "Frafalt-etter-møtet",
        "Annullert-som-dobbel",
        "Yngvild Æsøy",
        "Importert-sammendrag",
        "Importert-notat",
        "xerxes.zwollsman@privat.example",
        "15067650023",
        "98123456",
        "Flyttet-fordi-hun-har-byttet-skole",
        .. WhatOtherSystemsSend.Secrets,
    ];

    [Fact]
    public async Task leaves_nothing_in_clear_and_after_erasure_nothing_that_can_be_read()
    {
        await using var others = await WhatOtherSystemsSend.StartAsync(api);
        var (answers, cases) = await RecordAllAsync();
        answers.AddRange(await others.SendAsync());
        cases.AddRange(await others.CasesAsync());
        foreach (var id in cases)
        {
            foreach (
                var address in new[] { $"/v1/cases/{id}", $"/v1/cases/{id}/history", $"/v1/cases/{id}?version=1", $"/cases/{id}/history" }
            )
                answers.Add(await api.GetAsync(address));
            // Callers with the scope read all of it.
            (await ReadAsync(id)).Json["texts"]!.AsArray().ShouldAllBe(text => Secrets.Contains((string)text!["text"]!));
        }
        foreach (
            var address in new[]
            {
                "/v1/cases",
                "/v1/deadlines",
                "/deadlines",
                "/v1/reports/statistics?from=2023-01-01&to=2023-12-31",
                "/v1/audit/personal-data-readings",
                "/v1/audit/verification",
            }
        )
            answers.Add((await api.GetAsync(address)).ShouldBe(200));

        Found(answers.Select(answer => Encoding.UTF8.GetString(answer.Bytes))).ShouldBeEmpty();
        Found(await others.ToldAsync()).ShouldBeEmpty();
        Found(await DumpAsync()).ShouldBeEmpty();
        Found(api.Log.Lines).ShouldBeEmpty();
        api.Log.Lines.ShouldNotBeEmpty();

        await others.EndAsync();
        foreach (var person in cases.Select(async id => (string)(await api.GetAsync($"/v1/cases/{id}")).Json["personId"]!))
            await api.DoAsync($"/v1/people/{await person}/erasure", new { reason = "unlawful_content" });
        foreach (var id in cases)
            (await ReadAsync(id)).Json["texts"]!.AsArray().ShouldAllBe(text => text!["text"] == null);
        (await RemainingKeysAsync()).ShouldBe([Guid.Empty]);
    }

    private async Task<(List<Answer> Answers, List<string> Cases)> RecordAllAsync()
    {
        var address = await api.ReceiveAsync(
            new
            {
                number = "DR-1",
                receivedOn = "2023-06-01",
                resident = new
                {
                    name = Secrets[0],
                    contact = Secrets[1],
                    nationalId = Secrets[2],
                },
                summary = Secrets[3],
                identifiers = new
                {
                    email = Secrets[13],
                    nationalId = Secrets[14],
                    telephone = Secrets[15],
                },
            }
        );
        var request = (string)
            (
                await api.DoAsync(
                    $"{address}/response-requests",
                    new
                    {
                        unit = "schools",
                        requestedOn = "2023-06-02",
                        rules = new[] { "ombud.request" },
                        dueOn = "2030-06-30",
                    }
                )
            )["responseRequests"]![0]!["id"]!;
        var answers = new List<Answer>
        {
            await api.PostAsync($"{address}/notes", new { text = Secrets[4] }),
            await api.PostAsync($"{address}/correction", new { reason = Secrets[5], channel = "phone" }),
            await api.PostAsync($"{address}/response-requests/{request}/preliminary-reply", new { reason = Secrets[6] }),
            await api.PostAsync($"{address}/response-requests/{request}/extension", new { reason = Secrets[7], extendedTo = "2030-08-30" }),
            await api.PostAsync($"{address}/response-requests/{request}/unit", new { unit = "housing_office", reason = Secrets[16] }),
            await api.PostAsync($"{address}/response-requests/{request}/waiver", new { reason = Secrets[8] }),
        };
        answers.ForEach(answer => answer.ShouldBe(200));
        foreach (
            var found in new object[] { new { email = Secrets[13], purpose = "audit" }, new { telephone = Secrets[15], purpose = "audit" } }
        )
            answers.Add((await api.PostAsync("/v1/people/lookups", found)).ShouldBe(200));
        // What is refused is not said again either.
        answers.AddRange([
            (await api.PostAsync("/v1/people/lookups", new { email = $"{Secrets[13]} {Secrets[14]}", purpose = "audit" })).ShouldBe(400),
            (await api.PostAsync("/v1/people/lookups", new { telephone = new[] { Secrets[15] }, purpose = "audit" })).ShouldBe(400),
            (await api.PostAsync("/v1/cases", new { receivedOn = "2023-06-01", identifiers = Secrets[13] })).ShouldBe(400),
            (await api.PostAsync("/v1/cases", new { receivedOn = "2023-06-01", identifiers = new { email = Secrets[13] + "@" } })).ShouldBe(
                400
            ),
            (await api.PostAsync("/v1/cases", new { receivedOn = "2023-06-01", resident = Secrets[0] })).ShouldBe(400),
            (await api.PostAsync("/v1/cases", new { receivedOn = "2023-06-01", resident = new { nam = Secrets[0] } })).ShouldBe(400),
            (await api.PostAsync("/v1/cases", new { receivedOn = "2023-06-01", resident = new { name = new[] { Secrets[0] } } })).ShouldBe(
                400
            ),
            (
                await api.PostAsync(
                    "/v1/cases",
                    new { receivedOn = "2023-06-01", resident = new { name = Secrets[0] + '\u0007', nationalId = Secrets[2] + Secrets[0] } }
                )
            ).ShouldBe(400),
            (await api.PostAsync("/v1/cases", new { receivedOn = "2023-06-01", summary = new[] { Secrets[3] } })).ShouldBe(400),
            (await api.PostAsync($"{address}/notes", new { text = string.Concat(Enumerable.Repeat(Secrets[4], 300)) })).ShouldBe(400),
            (await api.PostAsync($"{address}/notes", new { text = Secrets[4] + '\0' })).ShouldBe(400),
            (await api.PostAsync($"{address}/waiver", new { reason = Secrets[8] })).ShouldBe(404),
        ]);
        (await api.PostAsync($"{address}/voiding", new { reason = Secrets[9] })).ShouldBe(200);
        await api.RecordAllAsync(
            "drammen",
            """{"command":"receive_case","case":"DR-2","receivedOn":"2023-06-02","""
                + $$""" "resident":{"name":"{{Secrets[10]}}"},"summary":"{{Secrets[11]}}"}""",
            $$"""{"command":"add_note","case":"DR-2","text":"{{Secrets[12]}}"}"""
        );
        return (answers, [address.Split('/')[^1], await api.IdAsync("DR-2")]);
    }

    private async Task<Answer> ReadAsync(string id) => (await api.GetAsync($"/v1/cases/{id}/personal-data?purpose=audit")).ShouldBe(200);

    private static IEnumerable<string> Found(IEnumerable<string> texts)
    {
        var forms = Secrets
            .SelectMany(secret =>
                new[]
                {
                    secret,
                    Convert.ToHexString(Encoding.UTF8.GetBytes(secret)),
                    Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('=')[..^2],
                    Uri.EscapeDataString(secret),
                    System.Net.WebUtility.HtmlEncode(secret),
                    JsonValue.Create(secret).ToJsonString().Trim('"'),
                }
            )
            .Distinct()
            .ToList();
        return texts.SelectMany(text =>
            forms
                .Where(form => text.Contains(form, StringComparison.OrdinalIgnoreCase))
                .Select(form => $"{form} in {text[..Math.Min(300, text.Length)]}")
        );
    }

    /// <summary>Every row of every table, as PostgreSQL writes it.</summary>
    private async Task<List<string>> DumpAsync()
    {
        var (tables, rows) = (new List<string>(), new List<string>());
        await ReadAsync(
            "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
            tables
        );
        tables.ShouldContain("ombud.mt_events");
        tables.ShouldContain("wolverine.wolverine_incoming_envelopes");
        foreach (var table in tables)
            await ReadAsync($"select t::text from {table} t", rows);
        rows.Count.ShouldBeGreaterThan(20);
        return rows;
    }

    private async Task ReadAsync(string sql, List<string> into)
    {
        await using var command = api.Database.CreateCommand(sql);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(OmbudApi.Cancel);
        while (await reader.ReadAsync(OmbudApi.Cancel))
            into.Add(reader.GetString(0));
    }

    /// <summary>Of whom there still is a key; the municipality's own is nobody's.</summary>
    private async Task<IEnumerable<Guid>> RemainingKeysAsync()
    {
        var subjects = new List<string>();
        await ReadAsync("select subject_id::text from ombud.subject_keys where tenant_id = 'drammen'", subjects);
        subjects.Count.ShouldBe(5);
        return (await api.Services.GetRequiredService<KeyStore>().KeysAsync("drammen", subjects.Select(Guid.Parse), OmbudApi.Cancel)).Keys;
    }
}
