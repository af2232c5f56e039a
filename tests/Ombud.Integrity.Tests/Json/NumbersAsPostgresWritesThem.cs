using Ombud.Integrity.Json;

namespace Ombud.Integrity.Tests.Json;

/// <summary>What is sealed before it is written must be what is read afterwards.</summary>
public sealed class NumbersAsPostgresWritesThem : StoreTest
{
    private static readonly string[] Numbers =
    [
        "0",
        "-0",
        "-0.00",
        "50",
        "50.0000000000000000001",
        "12.750",
        "1e5",
        "1E+20",
        "1.50e1",
        "0.5e3",
        "-1.25E-3",
        "5E-324",
        "1.7976931348623157E+308",
        "100e-2",
        "0e5",
        "0.0e1",
        "-79228162514264337593543950335",
        "9007199254740993",
    ];

    [Fact]
    public async Task are_the_same_before_and_after()
    {
        foreach (var number in Numbers)
            PlainNumber.Of(number).ShouldBe(await Database.AskAsync<string>("select (($1::text)::jsonb)::text", number), number);
    }
}
