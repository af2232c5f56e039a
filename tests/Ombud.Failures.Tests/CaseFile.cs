using System.Globalization;
using System.Text;

namespace Ombud.Failures.Tests;

/// <summary>A file of closed cases, to be imported.</summary>
internal static class CaseFile
{
    private static readonly DateOnly FirstDay = new(2020, 1, 1);

    public static string Write(Workplace place, int cases)
    {
        var file = place.In("cases.csv");
        File.WriteAllText(file, Text(cases));
        return file;
    }

    public static string Text(int cases)
    {
        var lines = new StringBuilder(
            "number,received_on,service_area,matters,within_mandate,requires_response,closed_on,outcome,recorded_at\n"
        );
        for (var n = 1; n <= cases; n++)
        {
            var (received, closed) = (FirstDay.AddDays(n % 1000), FirstDay.AddDays(n % 1000 + 20));
            lines.Append(
                CultureInfo.InvariantCulture,
                $"I-{n:00000},{received:O},health,guidance_application,true,true,{closed:O},guided,{closed:O}T12:00:00+01:00\n"
            );
        }
        return lines.ToString();
    }

    /// <summary>True once more than that many cases of a file are recorded.</summary>
    public static Task<bool> HasMoreThanAsync(this Store store, int cases) =>
        store.IsAsync($"select count(*) > {cases} from ombud.case_register where number like 'I-%'");
}
