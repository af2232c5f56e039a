using System.Diagnostics;
using System.Text.Json;
using NodaTime;
using Ombud.Benchmarks.Harness;
using Ombud.Domain.Cases;
using Ombud.Integrity.Json;
using Ombud.Projections.Engine;

namespace Ombud.Benchmarks.Measurements;

/// <summary>What trust costs a command: the same without the work of the seals, and without anything told of a person.</summary>
internal static class SealingAndEnciphering
{
    private static readonly ReceiveCase Plain = new(
        null,
        new(2023, 6, 13),
        null,
        "email",
        "self",
        true,
        true,
        "health",
        ["guidance_application", "late_or_no_reply"],
        ["health_services"]
    );

    private static readonly ReceiveCase OfAPerson = Plain with
    {
        Resident = new("Kari Nordmann", "kari.nordmann@example.no, 32 04 30 50", "01019012345"),
        Summary = string.Join(' ', Enumerable.Repeat("She has waited for an answer about the ramp since March.", 10)),
    };

    public static async IAsyncEnumerable<Result> RunAsync(Bench bench)
    {
        var office = await ReceivingCases.OfficeAsync(bench);
        var (ours, plain) = await Interleaved.RunAsync(
            7,
            Interleaved.Rate(1, TimeSpan.FromSeconds(1), (_, _) => ReceiveAsync(office, OfAPerson)),
            Interleaved.Rate(1, TimeSpan.FromSeconds(1), (_, _) => ReceiveAsync(office, Plain))
        );
        yield return new Result("receive a case of a person, against one of nobody", "commands/s", ours, plain).RatioAtLeast(0.85);
        var without = 1 / ((1 / plain) - SecondsOfSealing(office));
        yield return new Result("receive a case, against the same without seals", "commands/s", plain, without).RatioAtLeast(0.85);
    }

    private static async Task ReceiveAsync(Office office, ReceiveCase command)
    {
        if (
            await office.Handler.HandleAsync(
                office.Caller,
                Guid.CreateVersion7(),
                command with
                {
                    Number = Guid.NewGuid().ToString(),
                },
                null,
                default
            )
            is not Outcome<Case>.Recorded
        )
            throw new InvalidOperationException("The case was not received.");
    }

    /// <summary>Of the three events of the command: data once more as JSON, canonical text, hash, headers.</summary>
    private static double SecondsOfSealing(Office office)
    {
        const int Times = 20_000;
        object[] data =
        [
            new CaseReceived(Plain.ReceivedOn!.Value, Guid.NewGuid().ToString(), null, Plain.Channel, Plain.ReferralSource),
            new CaseAssessed(Plain.ReceivedOn.Value, true, true),
            new CaseCategorized(Plain.ReceivedOn.Value, Plain.ServiceArea, Plain.Matters!, Plain.Units!),
        ];
        var types = data.Select(each => office.Marten.Events.EventMappingFor(each.GetType()).EventTypeName).ToList();
        var (stream, now) = (Guid.CreateVersion7(), SystemClock.Instance.GetCurrentInstant());
        Seal(Times / 10);
        var watch = Stopwatch.StartNew();
        Seal(Times);
        return watch.Elapsed.TotalSeconds / Times;

        void Seal(int times)
        {
            for (var i = 0; i < times; i++)
            {
                var previous = (string?)null;
                foreach (var (place, each) in data.Index())
                {
                    var json = JsonSerializer.SerializeToElement(each, each.GetType(), EventJson.Options);
                    var seal = Integrity.Seals.Seal.Next(
                        new(Office.Tenant, stream, place + 1, types[place], now, "benchmark", null, null, json, null, stream, "case", null),
                        previous
                    );
                    seal.Into(null);
                    previous = seal.Hash;
                }
            }
        }
    }
}
