using Microsoft.AspNetCore.Hosting;

namespace Ombud.Api.Tests.RequestLimits;

/// <summary>A request may take a second.</summary>
public sealed class HurriedApi : OmbudApi
{
    protected override void Configure(IWebHostBuilder host) => host.UseSetting("Ombud:TimeLimitSeconds", "1");
}

public sealed class TakingTooLong(HurriedApi api) : IClassFixture<HurriedApi>
{
    [Fact]
    public async Task is_ended_with_an_answer_and_leaves_nothing_behind()
    {
        (await api.GetAsync("/v1/cases")).ShouldBe(200);
        await using (var connection = await api.Database.OpenConnectionAsync(OmbudApi.Cancel))
        await using (var transaction = await connection.BeginTransactionAsync(OmbudApi.Cancel))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "lock table ombud.case_register, ombud.mt_streams in access exclusive mode";
            await command.ExecuteNonQueryAsync(OmbudApi.Cancel);

            (await api.GetAsync("/v1/cases")).ShouldBeProblem(503, "took-too-long");
            (await api.PostAsync("/v1/cases", new { number = "DR-9", receivedOn = "2023-06-01" })).ShouldBeProblem(503, "took-too-long");
        }
        (await api.GetAsync("/v1/cases?number=DR-9")).ShouldBe(200).Json["items"]!.AsArray().ShouldBeEmpty();
    }
}
