using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Ombud.Api.Imports;
using Ombud.Api.Tests.Webhooks;

namespace Ombud.Api.Tests.People;

/// <summary>What tells of a person and comes by the ways of other systems: requests sent again, files, and what is told of them.</summary>
internal sealed class WhatOtherSystemsSend : IAsyncDisposable
{
    private const string Ndjson = "application/x-ndjson";

    /// <summary>Each is like nothing else.</summary>
    public static readonly string[] Secrets =
    [
        "Gjentatt-klage-om-bjørnen",
        "Nokkelen-til-Wergeland",
        "Avvist-gjentatt-vrangstrupe",
        "Opplastet-om-kvernsteinen",
        "Feilfelt-zygotisk",
        "Avslått-fil-om-jordmoren",
        "Avbrutt-fil-om-skomakeren",
        "Uferdig-fil-om-ferjemannen",
    ];

    private readonly OmbudApi _api;
    private readonly Subscriber _subscriber;
    private readonly List<Guid> _waiting = [];

    private WhatOtherSystemsSend(OmbudApi api, Subscriber subscriber) => (_api, _subscriber) = (api, subscriber);

    /// <summary>From now on a subscriber is told of everything.</summary>
    public static async Task<WhatOtherSystemsSend> StartAsync(OmbudApi api)
    {
        var others = new WhatOtherSystemsSend(api, await Subscriber.StartAsync());
        await Hook.CreateAsync(api, others._subscriber.Url);
        return others;
    }

    /// <summary>Those answers that say nothing of it. The faults of a file are told to who sent it, and left out.</summary>
    public async Task<IReadOnlyList<Answer>> SendAsync()
    {
        var received = Case("summary", Secrets[0], "OTHER-1");
        var repeated = new[]
        {
            (await PostAsync("/v1/cases", received, "sent again")).ShouldBe(201),
            (await PostAsync("/v1/cases", received, "sent again")).ShouldBe(201),
            (await PostAsync("/v1/cases", Case("summary", Secrets[2], "OTHER-1"), "sent again")).ShouldBe(422),
            (await PostAsync("/v1/cases", Case("summary", Secrets[2], "OTHER-1"), "number is taken")).ShouldBe(409),
            (await PostAsync("/v1/cases", Case("resident", Secrets[2], "OTHER-3"), "wrong")).ShouldBe(400),
            (await PostAsync("/v1/measures", """{"title":"A course","status":"planned"}""", Secrets[1])).ShouldBe(201),
        };
        var done = (await ImportAsync(Case("summary", Secrets[3], "OTHER-2"))).ShouldBe(202);
        var refused = (await ImportAsync(Case("receivedOn", Secrets[4], "OTHER-4"), Case("summary", Secrets[5], "OTHER-4"))).ShouldBe(202);
        var (one, other) = (await _api.EndOfImportAsync(done), await _api.EndOfImportAsync(refused));
        ((string?)one["state"], (string?)other["state"]).ShouldBe(("done", "refused"));
        var (cancelled, inProgress) = (await KeepAsync(Secrets[6]), await KeepAsync(Secrets[7]));
        using var stop = new HttpRequestMessage(HttpMethod.Delete, $"/v1/imports/{cancelled}");
        var stopped = await Answer.OfAsync(await _api.Http.SendAsync(stop, OmbudApi.Cancel), OmbudApi.Cancel);
        _waiting.Add(inProgress);
        return [.. repeated, done, refused, stopped.ShouldBe(200), await _api.GetAsync("/v1/imports")];
    }

    public async Task<IReadOnlyList<string>> CasesAsync() => [await _api.IdAsync("OTHER-1"), await _api.IdAsync("OTHER-2")];

    /// <summary>What the subscriber and the readers of the feed got, and what is said of it.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync()
    {
        var feed = (await _api.GetAsync("/v1/events?limit=200")).ShouldBe(200);
        for (var waited = 0; _subscriber.Received.Count < 10 && waited < 200; waited++)
            await Task.Delay(50, OmbudApi.Cancel);
        _subscriber.Received.Count.ShouldBeGreaterThanOrEqualTo(10);
        var hooks = (await _api.GetAsync("/v1/webhooks")).ShouldBe(200);
        var deliveries = (await _api.GetAsync($"/v1/webhooks/{(string)hooks.Json["items"]![0]!["id"]!}/deliveries")).ShouldBe(200);
        return
        [
            .. _subscriber.Received.Select(each => each.Body),
            .. new[] { feed, hooks, deliveries }.Select(answer => Encoding.UTF8.GetString(answer.Bytes)),
        ];
    }

    /// <summary>Ends what is still waiting. Nothing is left of any file.</summary>
    public async Task EndAsync()
    {
        var imports = _api.Services.GetRequiredService<ImportStore>();
        foreach (var id in _waiting)
            (await imports.EndAsync("drammen", id, ImportState.Cancelled, OmbudApi.Cancel)).ShouldBeTrue();
        await using var files = _api.Database.CreateCommand("select count(*) from ombud.import_files");
        ((long)(await files.ExecuteScalarAsync(OmbudApi.Cancel))!).ShouldBe(0);
    }

    public ValueTask DisposeAsync() => _subscriber.DisposeAsync();

    private static string Case(string field, string value, string number) =>
        $$"""{"receivedOn":"2023-06-02","number":"{{number}}","{{field}}":"{{value}}"}""";

    private async Task<Answer> PostAsync(string address, string json, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", $"\"{key}\"");
        return await Answer.OfAsync(await _api.Http.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel);
    }

    private Task<Answer> ImportAsync(params string[] cases) => _api.SendFileAsync(File(cases), Ndjson);

    private static byte[] File(params string[] cases) =>
        Encoding.UTF8.GetBytes(
            string.Join('\n', cases.Select(each => each.Replace("{", """{"command":"receive_case",""").Replace("number", "case")))
        );

    /// <summary>An import as it stands before anything is done with it.</summary>
    private async Task<Guid> KeepAsync(string secret) =>
        (
            await _api
                .Services.GetRequiredService<ImportStore>()
                .AddAsync(
                    "drammen",
                    Guid.CreateVersion7(),
                    new(File(Case("summary", secret, "OTHER-5")), Ndjson, []),
                    false,
                    "test",
                    null,
                    _ => Task.CompletedTask,
                    OmbudApi.Cancel
                )
        ).Id;
}
