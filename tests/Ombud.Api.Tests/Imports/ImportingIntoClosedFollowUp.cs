using Microsoft.Extensions.DependencyInjection;
using Ombud.Api.Tests.FollowUp;
using Ombud.Integrity;

namespace Ombud.Api.Tests.Imports;

public sealed class ImportingIntoClosedFollowUp(RingstedApi api) : IClassFixture<RingstedApi>
{
    [Fact]
    public async Task is_refused_before_the_moment_of_the_report_that_closed_it()
    {
        await api.Services.GetRequiredService<ClosedHistory>().CloseAsync(RingstedApi.Ringsted, OmbudApi.Cancel);
        const string Line = """{"command":"log_follow_up","measure":"M17","status":"in_progress","loggedOn":"2021-04-01"REST}""";
        var result = await api.ImportAsync(
            Line.Replace("REST", ""","recordedAt":"2021-04-01T12:00:00+02:00" """, StringComparison.Ordinal),
            RingstedApi.Ringsted
        );
        result.Faults.Select(fault => (fault.Line, fault.Fault.Code)).ShouldBe([(1, "closed")]);
        (await api.ImportAsync(Line.Replace("REST", "", StringComparison.Ordinal), RingstedApi.Ringsted)).Faults.ShouldBeEmpty();
        ((string?)(await api.FollowUpAsync()).Measure("Projekt \"Sikker")["status"]).ShouldBe("in_progress");
    }
}
