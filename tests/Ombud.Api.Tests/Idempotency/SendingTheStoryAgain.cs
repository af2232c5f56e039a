using System.Net.Http.Headers;
using Ombud.Api.Tests.Contract;
using Ombud.Testing.Contract;

namespace Ombud.Api.Tests.Idempotency;

/// <summary>
/// Every POST and PUT of the contract, as its story tells them, each sent again at once and again with something else in it.
/// </summary>
public sealed class SendingTheStoryAgain(OmbudApi api) : IClassFixture<OmbudApi>
{
    private static readonly OpenApi Contract = OpenApi.Read();

    [Fact]
    public async Task answers_every_operation_alike_and_refuses_another_request_under_its_key()
    {
        var repeated = new HashSet<string>();
        foreach (var step in Contract.Story)
        {
            var operation = Contract.Operations.Single(each => each.Id == (string)step["operationId"]!);
            var (example, key) = ((string?)step["example"], Guid.NewGuid().ToString());
            var first = await SendAsync(operation, example, key);
            if (operation.Method != HttpMethod.Post && operation.Method != HttpMethod.Put)
                continue;
            var tables = await KeptAsync();
            var second = await SendAsync(operation, example, key);
            var said = $"{step["says"]} {operation.Id}";
            (second.Status, second.ETag, second.Header("Location")).ShouldBe((first.Status, first.ETag, first.Header("Location")), said);
            if (step["answers"] is not null)
            {
                // What was refused changed nothing and is judged anew.
                second.Header("Idempotency-Replayed").ShouldBeNull(said);
                continue;
            }
            (first.Header("Idempotency-Replayed"), second.Header("Idempotency-Replayed")).ShouldBe((null, "true"), said);
            second.Bytes.ShouldBe(first.Bytes, said);
            (await KeptAsync()).ShouldBe(tables, said);
            (await SendAsync(operation, example, key, otherwise: true)).ShouldBeProblem(422, "idempotency-key-reused");
            repeated.Add(operation.Id);
        }
        // There is nothing to resend in the story, but in RepeatingWhatIsSentToASubscriber.
        repeated.Add("resendWebhookDelivery").ShouldBeTrue();
        repeated.ShouldBe(
            Contract.Operations.Where(each => each.Method == HttpMethod.Post || each.Method == HttpMethod.Put).Select(each => each.Id),
            ignoreOrder: true
        );
    }

    /// <param name="otherwise">With a space more at the end of its body; on behalf of somebody else, where it takes none.</param>
    private async Task<Answer> SendAsync(Operation operation, string? example, string key, bool otherwise = false)
    {
        using var request = TheStory.Request(operation, example);
        request.Headers.Add("Idempotency-Key", $"\"{key}\"");
        if (otherwise && request.Content is { } body)
            request.Content = new ByteArrayContent([.. await body.ReadAsByteArrayAsync(OmbudApi.Cancel), (byte)' '])
            {
                Headers = { ContentType = new MediaTypeHeaderValue(operation.MediaType!) },
            };
        else if (otherwise)
            request.Headers.Add("Ombud-On-Behalf-Of", "somebody-else");
        return await Answer.OfAsync(await api.Http.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel);
    }

    /// <summary>How much there is of all that a request could add to.</summary>
    private async Task<string> KeptAsync()
    {
        await using var count = api.Database.CreateCommand(
            """
            select concat_ws(' ', (select count(*) from ombud.mt_events where user_name is distinct from 'deadline-watch'),
                (select count(*) from ombud.ledger), (select count(*) from ombud.imports), (select count(*) from ombud.webhooks),
                (select count(*) from ombud.webhook_deliveries where kind <> 'event'),
                (select string_agg(secret || coalesce(previous_secret, ''), ' ' order by id) from ombud.webhooks),
                (select count(*) from ombud.repeatable_requests))
            """
        );
        return (string)(await count.ExecuteScalarAsync(OmbudApi.Cancel))!;
    }
}
