using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Ombud.Testing.Contract;

namespace Ombud.Api.Tests.Contract;

/// <summary>The examples of the contract, pressed in its order. Nothing is known here but the contract.</summary>
public sealed class TheStory(OmbudApi api) : IClassFixture<OmbudApi>
{
    private static readonly OpenApi Contract = OpenApi.Read();

    [Fact]
    public async Task runs_from_the_receipt_to_what_became_of_it()
    {
        foreach (var step in Contract.Story)
        {
            var operation = Contract.Operations.Single(each => each.Id == (string)step["operationId"]!);
            using var request = Request(operation, (string?)step["example"]);
            using var response = await api.Http.SendAsync(request, OmbudApi.Cancel);
            response.StatusCode.ShouldBeOneOf(
                step["answers"] is { } refused
                    ? [(HttpStatusCode)(int)refused]
                    : [HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.Accepted, HttpStatusCode.NoContent],
                $"{step["says"]} {operation.Id}: {await response.Content.ReadAsStringAsync(OmbudApi.Cancel)}"
            );
        }
    }

    [Fact]
    public void has_a_part_for_every_operation_and_every_example()
    {
        var told = Contract.Story.Select(step => ((string)step["operationId"]!, (string?)step["example"])).ToList();
        told.Select(step => step.Item1).Distinct().ShouldBe(Contract.Operations.Select(operation => operation.Id), ignoreOrder: true);
        told.Where(step => step.Item2 is not null)
            .ShouldBe(
                Contract.Operations.SelectMany(operation => operation.Examples.Select(example => (operation.Id, (string?)example.Key))),
                ignoreOrder: true
            );
        told.ShouldBeUnique();
    }

    /// <summary>As "Try it out" fills it in.</summary>
    internal static HttpRequestMessage Request(Operation operation, string? example)
    {
        var (path, query) = (operation.Path, new List<string>());
        foreach (var parameter in operation.Parameters.Where(parameter => parameter["example"] is not null))
        {
            var (name, value) = ((string)parameter["name"]!, Uri.EscapeDataString(parameter["example"]!.ToString()));
            if ((string?)parameter["in"] == "path")
                path = path.Replace($"{{{name}}}", value, StringComparison.Ordinal);
            else
                query.Add($"{name}={value}");
        }
        var body = example is null ? null : operation.Examples[example]!["value"]!;
        return new HttpRequestMessage(operation.Method, $"/v1{path}?{string.Join('&', query)}")
        {
            Content =
                body is null ? null
                : operation.MediaType == "application/json" ? JsonContent.Create(body)
                : new StringContent((string)body!, Encoding.UTF8, operation.MediaType!),
            Headers = { { "Ombud-Municipality", "drammen" } },
        };
    }
}
