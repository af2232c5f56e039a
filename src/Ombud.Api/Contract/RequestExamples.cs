using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Ombud.Api.Cases;
using Ombud.Api.Reports;
using Ombud.Api.Webhooks;
using Ombud.Domain.Cases;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ombud.Api.Contract;

/// <summary>An example of each request, in Drammen's codes.</summary>
internal sealed class RequestExamples : ISchemaFilter
{
    private static readonly Dictionary<Type, string> Requests = new()
    {
        [typeof(ReceiveCase)] = """
            {"number":"DR-2023-077","receivedOn":"2023-06-13","channel":"phone","referralSource":"citizen_square","withinMandate":true,
             "requiresResponse":true,"serviceArea":"health","matters":["late_or_no_reply"],"units":["health_services"]}
            """,
        [typeof(AssessCase)] = """{"withinMandate":true,"requiresResponse":true,"assessedOn":"2023-06-12"}""",
        [typeof(CategorizeCase)] =
            """{"serviceArea":"municipal_housing","matters":["guidance_appeal","late_or_no_reply"],"units":["housing_office"]}""",
        [typeof(ReviewHandling)] = """{"reviewedOn":"2023-06-20"}""",
        [typeof(RequestResponse)] =
            """{"unit":"housing_office","requestedOn":"2023-06-13","rules":["NO.fvl.11a.preliminary-reply"],"startsOn":"2023-05-13"}""",
        [typeof(RegisterPreliminaryReply)] =
            """{"reason":"A survey of the flat is awaited","receivedOn":"2023-06-13","expectedOn":"2023-08-15"}""",
        [typeof(SendReminder)] = """{"sentOn":"2023-06-20"}""",
        [typeof(SuspendDeadline)] = """{"reason":"awaiting_other_body","suspendedOn":"2023-06-20"}""",
        [typeof(ResumeDeadline)] = """{"resumedOn":"2023-06-27"}""",
        [typeof(ExtendDeadline)] = """{"extendedTo":"2023-07-21","reason":"The case worker is new","extendedOn":"2023-06-27"}""",
        [typeof(RecomputeDeadline)] = "{}",
        [typeof(WaiveDeadline)] = """{"reason":"The matter was settled by telephone","waivedOn":"2023-06-27"}""",
        [typeof(RegisterResponse)] = """{"respondedOn":"2023-07-04"}""",
        [typeof(CloseCase)] = """{"outcome":"guided","closedOn":"2023-07-10"}""",
        [typeof(ReopenCase)] = """{"reopenedOn":"2023-08-01"}""",
        [typeof(PublishReport)] =
            """{"kind":"status","from":"2023-01-01","to":"2023-06-13","language":"nb","minimumCell":3,"title":"Orientering og status"}""",
        [typeof(CreateWebhook.NewWebhook)] =
            """{"url":"https://archive.example.no/ombud","types":["case_closed"],"description":"Archive"}""",
        [typeof(ChangeWebhook.WebhookChange)] = """{"state":"paused"}""",
        [typeof(ChangeWebhook.Replay)] = """{"after":"eyJwb3NpdGlvbiI6MjcxfQ"}""",
        [typeof(VoidCase)] = """{"reason":"Registered twice"}""",
        [typeof(CorrectCase)] = """{"reason":"The letter was dated a day earlier","receivedOn":"2023-06-12"}""",
    };

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is OpenApiSchema request && Requests.TryGetValue(context.Type, out var example))
            request.Examples = [JsonNode.Parse(example)!];
    }
}
