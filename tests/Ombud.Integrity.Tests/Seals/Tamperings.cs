using Ombud.Integrity.Seals;
using static Ombud.Integrity.Tests.Seals.Trial;

namespace Ombud.Integrity.Tests.Seals;

/// <summary>What somebody might do to the events, and what is to be found then.</summary>
internal static partial class Tamperings
{
    public static Dictionary<string, Func<Trial, Task<Finding[]>>> OfOneEvent { get; } =
        new()
        {
            ["change what an event says"] = trial => ChangeAsync(trial, """data = data || '{"what":"another"}'""", Damage.Changed),
            ["change a number a little"] = trial => ChangeAsync(trial, """data = data || '{"howMuch":1000001}'""", Damage.Changed),
            ["take away all that it says"] = trial => ChangeAsync(trial, "data = 'null'", Damage.Changed),
            ["say what no program of ours can read"] = trial =>
                ChangeAsync(trial, trial.One("data = (repeat('[', 500) || repeat(']', 500))::jsonb", "data = '1e400'"), Damage.Changed),
            ["another time"] = trial =>
                ChangeAsync(
                    trial,
                    trial.One("timestamp = timestamp + interval '1 microsecond'", "timestamp = timestamp - interval '1 year'"),
                    Damage.Changed
                ),
            ["a time that is none"] = trial =>
                ChangeAsync(
                    trial,
                    trial.One(
                        "timestamp = 'infinity'",
                        "timestamp = '-infinity'",
                        "timestamp = '20000-01-01'",
                        "timestamp = '0044-03-15 BC'"
                    ),
                    Damage.Changed
                ),
            ["another author"] = trial =>
                ChangeAsync(trial, trial.One("user_name = 'bo'", "user_name = null", "user_name = ''"), Damage.Changed),
            ["another cause"] = trial =>
                ChangeAsync(trial, trial.One("causation_id = 'another'", "correlation_id = 'another'"), Damage.Changed),
            ["another name of what happened"] = trial => ChangeAsync(trial, "type = 'nothing_happened'", Damage.Changed),
            ["another mark among the headers"] = trial =>
                ChangeAsync(trial, """headers = headers || '{"import":"made up"}'""", Damage.Changed),
            ["another id"] = trial => ChangeAsync(trial, "id = gen_random_uuid()", Damage.Changed),
            ["another class that it was written as"] = trial =>
                ChangeAsync(trial, trial.One("mt_dotnet_type = 'System.Object'", "mt_dotnet_type = null"), Damage.Changed),
            ["hide it from Marten"] = trial => ChangeAsync(trial, trial.One("is_archived = true", "is_archived = null"), Damage.Changed),
            ["say it in bytes too"] = trial => ChangeAsync(trial, "bdata = '\\x00'", Damage.Changed),
            ["a number that a double takes for the same"] = ChangeANumberAsync,
            ["a seal of another version"] = trial =>
                ChangeAsync(trial, trial.One("headers = headers - 'seal'", """headers = headers || '{"import":{}}'"""), Damage.Changed),
            ["a seal of a version that is none"] = trial =>
                ChangeAsync(
                    trial,
                    trial.One(
                        """headers = headers || '{"seal":1}'""",
                        """headers = headers || '{"seal":3}'""",
                        """headers = headers || '{"seal":"2"}'""",
                        """headers = headers || '{"seal":null}'"""
                    ),
                    Damage.NotSealed
                ),
            ["another hash"] = trial =>
                ChangeAsync(trial, $$"""headers = headers || '{"hash":"{{new string('0', 64)}}"}'""", Damage.Changed),
            ["remove the seal"] = trial =>
                ChangeAsync(
                    trial,
                    trial.One(
                        "headers = headers - 'hash'",
                        "headers = null",
                        "headers = '[]'",
                        """headers = headers || '{"hash":7}'""",
                        """headers = headers || '{"previous":null}'"""
                    ),
                    Damage.NotSealed
                ),
            ["another event before it"] = trial =>
                ChangeAsync(trial, $$"""headers = headers || '{"previous":"{{new string('0', 64)}}"}'""", Damage.ChainBroken),
            ["swap what two events of a stream say"] = SwapDataAsync,
            ["swap the places of two events in the log"] = SwapPositionsAsync,
        };

    private static async Task<Finding[]> ChangeAsync(Trial trial, string columns, Damage damage)
    {
        var (diary, version) = trial.Pick();
        await trial.Forger.ChangeAsync(diary, version, columns);
        return Found(diary, version, damage);
    }

    private static async Task<Finding[]> ChangeANumberAsync(Trial trial)
    {
        var number = await trial.History.NumberAsync(trial.Random);
        await trial.Forger.ChangeAsync(
            number.Diary,
            number.Version,
            "data = jsonb_set(data, '{howMuch}', ((data ->> 'howMuch') || '.0000000000000000000001')::jsonb)"
        );
        return Found(number.Diary, number.Version, Damage.Changed);
    }

    private static async Task<Finding[]> SwapDataAsync(Trial trial)
    {
        var (diary, version) = trial.Pick(atLeast: 2, before: 1);
        await trial.Forger.SwapDataAsync(diary, version, diary, trial.Random.NextInt64(version + 1, diary.Length + 1));
        return Found(diary, version, Damage.Changed);
    }

    private static async Task<Finding[]> SwapPositionsAsync(Trial trial)
    {
        var (diary, version) = trial.Pick(atLeast: 2, before: 1);
        await trial.Forger.SwapPositionsAsync(diary, version, trial.Random.NextInt64(version + 1, diary.Length + 1));
        return Found(diary, version + 1, Damage.OutOfOrder);
    }
}
