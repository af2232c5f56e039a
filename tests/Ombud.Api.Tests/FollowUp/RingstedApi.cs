using System.Text.Json.Nodes;
using Ombud.Api.Imports;

namespace Ombud.Api.Tests.FollowUp;

/// <summary>The API with Ringsted's papers: two reports, the administration's answers, its measures, and what the council did.</summary>
public sealed class RingstedApi : OmbudApi
{
    public const string Ringsted = "ringsted";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (await ImportPapersAsync()).Faults.ShouldBeEmpty();
    }

    internal async Task<ImportResult> ImportPapersAsync() =>
        await ImportAsync(await File.ReadAllTextAsync(DemoFile("ringsted_follow_up.ndjson"), Cancel), Ringsted);

    /// <summary>The follow-up as known at noon (UTC) of a day; now, where none is given.</summary>
    public Task<JsonNode> FollowUpAsync(string? day = null, string rest = "") =>
        this.ReadAsync($"/v1/follow-up?{(day is null ? "" : $"asOf={day}T12:00:00Z")}{rest}");
}
