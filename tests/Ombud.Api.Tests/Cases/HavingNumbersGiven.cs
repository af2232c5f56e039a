using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Ombud.Api.Http;
using Ombud.Domain.Cases;
using Ombud.Projections.Cases;
using Ombud.Projections.Engine;

namespace Ombud.Api.Tests.Cases;

/// <summary>Each test has years of its own, in which nobody else registers anything.</summary>
public sealed class HavingNumbersGiven(HavingNumbersGiven.Offices api) : IClassFixture<HavingNumbersGiven.Offices>
{
    [Fact]
    public async Task forty_writers_over_two_nodes_get_1_to_40()
    {
        var taken = (await api.PostAsync("/v1/cases", new { receivedOn = "2019-03-04", number = "TAKEN" })).ShouldBe(201).Json[
            "id"
        ]!.ToString();
        await using var node = api.Node();
        using var other = node.CreateClient();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 120)
                .Select(n =>
                    SendAsync(
                        n % 2 == 0 ? api.Http : other,
                            // Of three one is refused by what it says, and one by its id.
                            n % 3
                            == 1
                                ? new { receivedOn = "2019-03-04", channel = "pigeon" }
                            : n % 3 == 2 ? new { receivedOn = "2019-03-04", id = taken }
                            : new { receivedOn = $"2019-{1 + (n % 12):00}-01", summary = "Ola venter." }
                    )
                )
        );
        answers.Where((_, n) => n % 3 == 1).ShouldAllBe(answer => answer.Status == 400);
        answers.Where((_, n) => n % 3 == 2).ShouldAllBe(answer => answer.Status == 409);
        answers
            .Where((_, n) => n % 3 == 0)
            .Select(Number)
            .Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(1, 40).Select(n => $"2019-{n:0000}"));
    }

    [Fact]
    public async Task each_year_of_receipt_begins_anew_by_the_municipalitys_days()
    {
        (await NumberAsync(new { receivedOn = "2020-12-31" })).ShouldBe("2020-0001");
        (await NumberAsync(new { receivedAt = "2020-12-31T23:30:00Z" })).ShouldBe("2021-0001");
        (await NumberAsync(new { receivedAt = "2020-12-31T22:30:00Z" })).ShouldBe("2020-0002");
        (await NumberAsync(new { receivedOn = "2021-05-05" })).ShouldBe("2021-0002");
    }

    [Fact]
    public async Task a_number_that_is_brought_is_kept_and_the_next_goes_past_it()
    {
        (await NumberAsync(new { receivedOn = "2022-01-03" })).ShouldBe("2022-0001");
        (await NumberAsync(new { receivedOn = "2022-01-03", number = "2022-0040" })).ShouldBe("2022-0040");
        (await NumberAsync(new { receivedOn = "2022-01-03" })).ShouldBe("2022-0041");
        (await api.PostAsync("/v1/cases", new { receivedOn = "2022-01-03", number = "2022-0041" })).ShouldBeProblem(
            409,
            "case-number-taken"
        );
        foreach (var another in new[] { "2022-99999999999999999999", "2022-041", "2022-00500", "2022-0100b", "A-2022-0100", "2022/0100" })
            (await NumberAsync(new { receivedOn = "2022-01-03", number = another })).ShouldBe(another);
        (await NumberAsync(new { receivedOn = "2022-01-03" })).ShouldBe("2022-0042");
        (await NumberAsync(new { receivedOn = "2022-01-03", number = "2022-9999" })).ShouldBe("2022-9999");
        (await NumberAsync(new { receivedOn = "2022-01-03" })).ShouldBe("2022-10000");
        (await NumberAsync(new { receivedOn = "2022-01-03" })).ShouldBe("2022-10001");
    }

    [Fact]
    public async Task a_wrong_number_that_is_corrected_leaves_no_gap_and_a_voided_case_keeps_its_own()
    {
        (await NumberAsync(new { receivedOn = "2023-01-03" })).ShouldBe("2023-0001");
        var wrong = await api.ReceiveAsync(new { receivedOn = "2023-01-03", number = "2023-2000" });
        await api.DoAsync($"{wrong}/correction", new { reason = "Tastefeil", number = "2023-0002" });
        var voided = await api.PostAsync("/v1/cases", new { receivedOn = "2023-01-03" });
        Number(voided).ShouldBe("2023-0003");
        await api.DoAsync($"{voided.Header("Location")}/voiding", new { reason = "Prøve" });
        (await NumberAsync(new { receivedOn = "2023-01-03" })).ShouldBe("2023-0004");
    }

    [Fact]
    public async Task what_is_refused_or_repeated_takes_none()
    {
        var body = new { receivedOn = "2024-01-03", summary = "Ola venter." };
        var first = await SendAsync(api.Http, body, "again");
        var again = await SendAsync(api.Http, body, "again");
        (Number(first), again.Header("Idempotency-Replayed")).ShouldBe(("2024-0001", "true"));
        again.Bytes.ShouldBe(first.Bytes);
        var id = (string)first.Json["id"]!;
        (await api.PostAsync("/v1/cases", new { receivedOn = "2024-01-03", id })).ShouldBeProblem(409, "case-already-received");
        (await api.PostAsync("/v1/cases", new { receivedOn = "2024-01-03", number = " " })).ShouldBeProblem(400, "invalid-input");
        (await api.PostAsync("/v1/cases", new { receivedOn = "2024-01-03", units = new[] { "nowhere" } })).ShouldBe(400);
        (await api.PostAsync("/v1/cases", new { receivedOn = "2024-01-03", nothing = 1 })).ShouldBe(400);
        (await NumberAsync(new { receivedOn = "2024-01-03" })).ShouldBe("2024-0002");
    }

    [Fact]
    public async Task what_an_import_brings_is_kept_and_the_next_goes_past_it()
    {
        (await NumberAsync(new { receivedOn = "2025-01-03" })).ShouldBe("2025-0001");
        await api.RecordAllAsync("drammen", """{"case":"2025-0007","command":"receive_case","receivedOn":"2025-02-01"}""");
        (await NumberAsync(new { receivedOn = "2025-02-03" })).ShouldBe("2025-0008");
        var file = Encoding.UTF8.GetBytes("number,received_on\n2025-0010,2025-02-01\n2025-0009,2025-02-01\nA-1,2025-02-01\n");
        var import = await api.EndOfImportAsync(await api.SendFileAsync(file, "text/csv"));
        ((string?)import["state"]).ShouldBe("done");
        (await NumberAsync(new { receivedOn = "2025-02-03" })).ShouldBe("2025-0011");
        // What was given is known to a later list by its number.
        var listed = await api.ImportAsync("number,received_on,channel\n2025-0011,2025-02-03,email\n");
        (listed.Faults.Count, listed.Events).ShouldBe((0, 1));
        (await api.ImportAsync("number,received_on\n2025-0011,2025-02-04\n")).Faults.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task is_not_refused_where_another_brings_that_very_number_at_the_same_moment()
    {
        await using (var connection = await api.Database.OpenConnectionAsync(OmbudApi.Cancel))
        await using (var transaction = await connection.BeginTransactionAsync(OmbudApi.Cancel))
        {
            await using var bring = connection.CreateCommand();
            bring.CommandText = """
                insert into ombud.case_register (tenant_id, stream_id, row_key, recorded_from, received_on, status, number)
                values ('drammen', gen_random_uuid(), '', now(), '2018-09-03', 'open', '2018-0001')
                """;
            await bring.ExecuteNonQueryAsync(OmbudApi.Cancel);
            var waiting = api.PostAsync("/v1/cases", new { receivedOn = "2018-09-03" });
            await UntilSomebodyWaitsAsync();
            waiting.IsCompleted.ShouldBeFalse();
            await transaction.CommitAsync(OmbudApi.Cancel);
            Number(await waiting).ShouldBe("2018-0002");
        }
        await using var gone = api.Database.CreateCommand("delete from ombud.case_register where number = '2018-0001'");
        (await gone.ExecuteNonQueryAsync(OmbudApi.Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task whoever_comes_second_waits_for_the_first_and_gets_its_number_where_that_is_rolled_back()
    {
        Task<Answer> waiting;
        var first = await api
            .Services.GetRequiredService<CommandSessions>()
            .OpenAsync("ringsted", new("test"), [Guid.NewGuid()], OmbudApi.Cancel);
        await using (first)
        {
            var given = await NextCaseNumber.GiveAsync(first, [new CaseReceived(new(2019, 3, 4), null, null, null, null)], OmbudApi.Cancel);
            given!.Single().ShouldBeOfType<CaseReceived>().Number.ShouldBe("R1/26-2019");
            waiting = api.PostAsync("/v1/cases", new { receivedOn = "2019-03-04" }, "ringsted");
            await UntilSomebodyWaitsAsync();
            waiting.IsCompleted.ShouldBeFalse();
            // Another year's numbers are not waited for.
            Number(await api.PostAsync("/v1/cases", new { receivedOn = "2020-03-04" }, "ringsted")).ShouldBe("R1/26-2020");
        }
        Number(await waiting).ShouldBe("R1/26-2019");
    }

    [Fact]
    public async Task stays_with_its_case_in_a_rebuild_and_as_of_then_and_the_next_follows()
    {
        var made = await api.PostAsync("/v1/cases", new { receivedOn = "2026-01-05" }, "ringsted");
        Number(made).ShouldBe("R1/26-2026");
        var recorded = (string)
            (await api.GetAsync($"{made.Header("Location")}/history", "ringsted")).Json["items"]!.AsArray()[^1]!["recordedAt"]!;
        await api.DoAsync($"{made.Header("Location")}/correction", new { reason = "Tastefeil", number = "X-1" }, "ringsted");
        await api.RebuildAsync();
        (await api.GetAsync($"/v1/cases/by-number/R1%2F26-2026?asOf={Uri.EscapeDataString(recorded)}", "ringsted")).ShouldBe(200).Json[
            "id"
        ]!
            .ToString()
            .ShouldBe(made.Json["id"]!.ToString());
        (await api.GetAsync("/v1/cases/by-number/R1%2F26-2026", "ringsted")).ShouldBe(404);
        // The first number is free again. Another municipality's numbers are its own.
        Number(await api.PostAsync("/v1/cases", new { receivedOn = "2026-01-05" }, "ringsted")).ShouldBe("R1/26-2026");
        await api.RebuildAsync();
        Number(await api.PostAsync("/v1/cases", new { receivedOn = "2026-01-05" }, "ringsted")).ShouldBe("R2/26-2026");
        (await NumberAsync(new { receivedOn = "2026-01-05" })).ShouldBe("2026-0001");
    }

    private async Task<string?> NumberAsync(object inquiry) => Number((await api.PostAsync("/v1/cases", inquiry)).ShouldBe(201));

    private static string? Number(Answer answer) => (string?)answer.ShouldBe(201).Json["number"];

    private static async Task<Answer> SendAsync(HttpClient http, object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/cases")
        {
            Content = JsonContent.Create(body),
            Headers = { { Caller.MunicipalityHeader, "drammen" } },
        };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await Answer.OfAsync(await http.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel);
    }

    private async Task UntilSomebodyWaitsAsync()
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        for (var waits = 0L; waits == 0; await Task.Delay(20, OmbudApi.Cancel))
        {
            since.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), "Nobody waits.");
            await using var locks = api.Database.CreateCommand(
                "select count(*) from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()"
            );
            waits = (long)(await locks.ExecuteScalarAsync(OmbudApi.Cancel))!;
        }
    }

    /// <summary>Drammen and Ringsted, each with numbers that are given.</summary>
    public sealed class Offices : OmbudApi
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            foreach (var (municipality, numbers) in new[] { ("drammen", "{year}-{seq:0000}"), ("ringsted", "R{seq}/26-{year}") })
            {
                var wanted = Configuration(municipality);
                wanted["caseNumbers"] = numbers;
                var configured = await SendAsync(HttpMethod.Put, "/v1/municipality", JsonContent.Create(wanted), municipality, null);
                ((string?)configured.ShouldBe(200).Json["caseNumbers"]).ShouldBe(numbers);
            }
        }
    }
}
