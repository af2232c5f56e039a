using NodaTime;
using Ombud.Api.Http;
using Ombud.Api.Terminal;
using Ombud.Projections.FollowUp;

namespace Ombud.Api.CommandLine;

/// <summary>Prints the follow-up, or writes it as a document: <c>report --kind follow_up</c>.</summary>
internal static class FollowUpOutput
{
    public static async Task<int> PrintAsync(
        IServiceProvider services,
        Screen screen,
        (string Municipality, Instant? AsOf, string? Language) wanted,
        ReportOutput output,
        CancellationToken cancel
    )
    {
        foreach (var fault in Moments.AsOfFaults(wanted.AsOf, services.GetRequiredService<IClock>()))
        {
            await Console.Error.WriteLineAsync($"ombud: --as-of: {fault.Detail}");
            return 1;
        }
        if (
            await services.GetRequiredService<FollowUpQuery>().RunAsync(wanted.Municipality, wanted.AsOf, wanted.Language, cancel)
            is not var (followUp, municipality)
        )
        {
            await Console.Error.WriteLineAsync($"ombud: {CommonOptions.NotConfigured(wanted.Municipality)}");
            return 1;
        }
        await output.WriteAsync(new FollowUpFormats(followUp, municipality), services, screen.Console, cancel);
        return 0;
    }
}
