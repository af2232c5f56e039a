using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Ombud.Api.Reports;
using Ombud.Domain.Cases;
using Ombud.Domain.Reports;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Projections.Engine;
using Ombud.Projections.Publications;

namespace Ombud.Api.Tests.Reports;

/// <summary>
/// A report that was published when there was one layout only, which had no number: its document is the one that the program made then.
/// </summary>
public sealed class OlderLayouts(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    private static readonly Guid Id = new("0188b4a0-0000-7000-8000-000000000001");

    public async ValueTask InitializeAsync()
    {
        if ((await api.GetAsync("/v1/reports")).Json["items"]!.AsArray().Count > 0)
            return;
        await api.ImportDrammenAsync();
        var document = await File.ReadAllTextAsync(
            OmbudApi.RepositoryFile("tests/Ombud.Api.Tests/Samples/published_layout_1.json"),
            OmbudApi.Cancel
        );
        var published = new ReportPublished(
            new(2023, 6, 13),
            ReportKind.Status,
            new(2023, 1, 1),
            new(2023, 6, 13),
            new(2023, 6, 13),
            "nb",
            "Orientering og status",
            3,
            Instant.FromUtc(2023, 6, 13, 13, 0),
            306,
            Digests.Of(document),
            document
        );
        await using var session = await api
            .Services.GetRequiredService<CommandSessions>()
            .OpenAsync("drammen", new("test"), [Id], OmbudApi.Cancel);
        await session.SaveAsync(OmbudStreams.Report, Id, null, Ombud.Domain.Decision.Record(published), OmbudApi.Cancel);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task are_made_again_to_the_byte()
    {
        var verification = (await api.GetAsync($"/v1/reports/{Id}/verification")).ShouldBe(200).Json;
        ((bool?)verification["equal"], (string?)verification["regeneratedDigest"]).ShouldBe(
            (true, "367239f11b067ee04f0895f68c54c4e7daa13d461bace09c34806fa91935798e")
        );
    }

    [Fact]
    public async Task have_no_table_that_came_later()
    {
        (await api.GetAsync($"/v1/reports/{Id}")).ShouldBe(200).Json["report"]!["tables"]!["areaByMatter"].ShouldBeNull();
        (await api.GetAsync("/v1/reports")).ShouldBe(200).Json["items"]!.AsArray().Single(item => (string?)item!["id"] == $"{Id}")![
            "layout"
        ]!
            .GetValue<int>()
            .ShouldBe(ReportLayout.First);
    }
}
