using System.Text.Json.Nodes;
using Ombud.Api.Contract;

namespace Ombud.Api.Tests.Http;

public sealed class Addresses(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/swagger/index.html")]
    public async Task that_operators_and_readers_use_answer(string address) => (await api.GetAsync(address)).ShouldBe(200);

    [Fact]
    public async Task that_do_not_exist_are_problems_too()
    {
        (await api.GetAsync("/v1/nothing")).ShouldBeProblem(404, "not-found");
        (await api.GetAsync("/v1/cases/not-an-id")).ShouldBeProblem(404, "not-found");
        (await api.SendAsync(HttpMethod.Delete, "/v1/cases", new StringContent(""), "drammen", null)).ShouldBeProblem(
            405,
            "method-not-allowed"
        );
    }

    [Fact]
    public async Task carry_the_version_of_the_api()
    {
        (await api.GetAsync("/v1/cases")).Header("API-Version").ShouldBe("0.1.0");
        (await api.GetAsync("/v1/nothing")).Header("API-Version").ShouldBe("0.1.0");
    }

    [Fact]
    public async Task of_every_problem_explain_it()
    {
        foreach (var problem in ProblemTypes.All)
            System
                .Text.Encoding.UTF8.GetString((await api.GetAsync($"/problems/{problem.Code}")).ShouldBe(200).Bytes)
                .ShouldContain(problem.Code);
        ProblemTypes.All.Select(problem => problem.Code).ShouldBeUnique();
    }

    [Fact]
    public async Task of_the_contract_serve_what_is_committed()
    {
        var served = (await api.GetAsync("/openapi/v1.json")).ShouldBe(200).Json;
        ((string?)served["openapi"]).ShouldNotBeNull().ShouldStartWith("3.1");
        JsonNode
            .DeepEquals(
                served,
                JsonNode.Parse(await File.ReadAllTextAsync(OmbudApi.RepositoryFile("contract/openapi.json"), OmbudApi.Cancel))
            )
            .ShouldBeTrue();
        foreach (var operation in served["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()))
        {
            ((string?)operation.Value!["operationId"]).ShouldNotBeNullOrEmpty();
            ((string?)operation.Value["summary"]).ShouldNotBeNullOrEmpty();
            operation.Value["responses"]!.AsObject().Select(answer => answer.Key).ShouldContain("400");
        }
    }
}
