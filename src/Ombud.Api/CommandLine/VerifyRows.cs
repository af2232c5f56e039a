using Ombud.Api.Audit;
using Ombud.Api.Terminal;

namespace Ombud.Api.CommandLine;

/// <summary>Compares what is kept beside the events with them, in every municipality.</summary>
internal static class VerifyRows
{
    public static async Task<int> RunAsync(IServiceProvider services, Screen screen, CancellationToken cancel)
    {
        var verification = services.GetRequiredService<HistoryVerification>();
        var ((municipalities, ofNobody), faults) = (await verification.ListAsync(cancel), 0);
        foreach (var line in ofNobody)
            screen.Line(line);
        foreach (var municipality in municipalities)
        {
            var found = await screen.ProgressAsync(
                $"Verifying the rows of {municipality}",
                "rows",
                progress => verification.RowsAsync(municipality, progress, cancel)
            );
            faults += found.Faults.Count;
            foreach (var line in found.Faults)
                screen.Line($"{municipality}: {line}");
            screen.Line(
                found.Faults.Count == 0
                    ? $"{municipality}: {found.Rows:N0} rows are what the events give."
                    : $"{municipality}: rows are not what the events give. Faults: {found.Faults.Count:N0}. "
                        + "./ombud rebuild makes rows of read models anew."
            );
        }
        return faults + ofNobody.Count == 0 ? 0 : 1;
    }
}
