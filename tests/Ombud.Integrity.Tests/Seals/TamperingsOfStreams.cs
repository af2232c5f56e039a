using Ombud.Integrity.Seals;
using static Ombud.Integrity.Tests.Seals.Trial;

namespace Ombud.Integrity.Tests.Seals;

internal static partial class Tamperings
{
    public static Dictionary<string, Func<Trial, Task<Finding[]>>> OfStreams { get; } =
        new()
        {
            ["remove an event in the middle"] = RemoveAsync,
            ["remove an event and number the rest anew"] = RemoveAndRenumberAsync,
            ["insert an event without a seal"] = trial => InsertAsync(trial, isSealed: false),
            ["insert an event with a seal"] = trial => InsertAsync(trial, isSealed: true),
            ["add an event that the stream's head does not know"] = AppendBehindTheHeadAsync,
            ["add an event below what the ledger has sealed"] = SlipInAsync,
            ["add a stream below what the ledger has sealed"] = SlipAStreamInAsync,
            ["cut the tail"] = trial => CutAsync(trial, mend: false),
            ["cut the tail and mend the stream's head"] = trial => CutAsync(trial, mend: true),
            ["remove a stream and leave its head"] = trial => RemoveStreamAsync(trial, withHead: false),
            ["remove a stream as a whole"] = trial => RemoveStreamAsync(trial, withHead: true),
            ["another type of a stream"] = trial => ChangeStreamAsync(trial, "type = 'log'", last: false, Damage.Changed),
            ["no type of a stream"] = trial => ChangeStreamAsync(trial, "type = null", last: false, Damage.Changed),
            ["other times of a stream"] = trial =>
                ChangeStreamAsync(
                    trial,
                    trial.One(
                        "timestamp = timestamp - interval '1 day'",
                        "timestamp = 'infinity'",
                        "created = created + interval '1 microsecond'",
                        "created = '-infinity'",
                        "is_archived = true",
                        "is_archived = null",
                        "compacted_version = 1"
                    ),
                    last: true,
                    Damage.StreamChanged
                ),
            ["a stream's row without a version"] = SetNoVersionAsync,
            ["a stream's row without events"] = AddARowAsync,
            ["move an event in the log, in order still"] = MoveInTheLogAsync,
            ["swap what two streams say"] = SwapBetweenStreamsAsync,
            ["move an event to another municipality"] = MoveToAnotherMunicipalityAsync,
            ["move an event to another stream"] = MoveToAnotherStreamAsync,
            ["seal a forgery anew to the stream's end"] = SealAnewAsync,
            ["seal a forgery anew up to its middle"] = SealAnewInPartAsync,
        };

    private static async Task<Finding[]> ChangeStreamAsync(Trial trial, string columns, bool last, Damage damage)
    {
        var diary = trial.Pick().Diary;
        await trial.Forger.ChangeStreamAsync(diary, columns);
        return Found(diary, last ? diary.Length : 1, damage);
    }

    private static async Task<Finding[]> SetNoVersionAsync(Trial trial)
    {
        var diary = trial.Pick().Diary;
        await trial.Forger.ChangeStreamAsync(diary, "version = null");
        return Found(diary, 1, Damage.SlippedIn);
    }

    private static async Task<Finding[]> MoveInTheLogAsync(Trial trial)
    {
        var last = await trial.History.LastBeforeTheGapAsync();
        var diary = trial.Pick(each => last.Contains(each.Id));
        await trial.Forger.ChangeAsync(diary, diary.Length, $"seq_id = {trial.History.FreePosition}");
        return Found(diary, diary.Length, Damage.NotInTree);
    }

    private static async Task<Finding[]> AddARowAsync(Trial trial)
    {
        var made = trial.Pick().Diary with { Id = new(trial.Random.Next(), 0, 0, new byte[8]) };
        await trial.Forger.AddHeadAsync(made, trial.Random.Next(2));
        return Found(made, 1, Damage.Removed);
    }

    private static async Task<Finding[]> RemoveAsync(Trial trial)
    {
        var (diary, version) = trial.Pick(atLeast: 2, before: 1);
        await trial.Forger.RemoveAsync(diary, version, version);
        return Found(diary, version, Damage.Missing);
    }

    private static async Task<Finding[]> RemoveAndRenumberAsync(Trial trial)
    {
        var (diary, version) = trial.Pick(atLeast: 2, before: 1);
        await trial.Forger.RemoveAsync(diary, version, version);
        await trial.Forger.RenumberAsync(diary, version + 1, -1);
        await trial.Forger.SetHeadAsync(diary, diary.Length - 1);
        return Found(diary, version, Damage.ChainBroken);
    }

    private static async Task<Finding[]> InsertAsync(Trial trial, bool isSealed)
    {
        var (diary, version) = trial.Pick();
        await trial.Forger.RenumberAsync(diary, version, +1);
        await trial.Forger.InsertCopyAsync(diary, version + 1, version);
        await trial.Forger.SetHeadAsync(diary, diary.Length + 1);
        if (!isSealed)
        {
            await trial.Forger.ChangeAsync(diary, version, "headers = null");
            return Found(diary, version, Damage.NotSealed);
        }
        await trial.Forger.SealAnewAsync(diary, version, version);
        // What was inserted is consistent in itself; unless the ledger sealed that very version, the break is after it.
        return diary.Heads.Contains(version) ? Found(diary, version, Damage.Replaced) : Found(diary, version + 1, Damage.ChainBroken);
    }

    private static async Task<Finding[]> AppendBehindTheHeadAsync(Trial trial)
    {
        var (diary, _) = trial.Pick();
        await trial.Forger.InsertCopyAsync(diary, diary.Length, diary.Length + 1);
        await trial.Forger.SealAnewAsync(diary, diary.Length + 1, diary.Length + 1);
        return Found(diary, diary.Length + 1, Damage.SlippedIn);
    }

    private static async Task<Finding[]> SlipInAsync(Trial trial)
    {
        var last = await trial.History.LastBeforeTheGapAsync();
        var diary = trial.Pick(each => last.Contains(each.Id));
        await trial.Forger.InsertCopyAsync(diary, diary.Length, diary.Length + 1, trial.History.FreePosition);
        await trial.Forger.SealAnewAsync(diary, diary.Length + 1, diary.Length + 1);
        await trial.Forger.SetHeadAsync(diary, diary.Length + 1);
        return Found(diary, diary.Length + 1, Damage.SlippedIn);
    }

    private static async Task<Finding[]> SlipAStreamInAsync(Trial trial)
    {
        var model = trial.Pick().Diary;
        var made = model with { Id = new(trial.Random.Next(), 0, 0, new byte[8]) };
        await trial.Forger.CopyFirstEventAsync(model, made, trial.History.FreePosition);
        await trial.Forger.SealAnewAsync(made, 1, 1);
        return Found(made, 1, Damage.SlippedIn);
    }

    /// <summary>With the head mended, what was cut must have been sealed by the ledger to be missed.</summary>
    private static async Task<Finding[]> CutAsync(Trial trial, bool mend)
    {
        var diary = trial.Pick().Diary;
        var from = trial.Random.NextInt64(1, (mend ? diary.Heads[^1] : diary.Length) + 1);
        await trial.Forger.RemoveAsync(diary, from, diary.Length);
        if (mend)
            await trial.Forger.SetHeadAsync(diary, from - 1);
        return Found(diary, from, Damage.Removed);
    }

    private static async Task<Finding[]> RemoveStreamAsync(Trial trial, bool withHead)
    {
        var diary = trial.Pick().Diary;
        await trial.Forger.RemoveAsync(diary, 1, diary.Length);
        if (withHead)
            await trial.Forger.RemoveHeadAsync(diary);
        return Found(diary, 1, Damage.Removed);
    }

    private static async Task<Finding[]> SwapBetweenStreamsAsync(Trial trial)
    {
        var (diary, version) = trial.Pick();
        var other = trial.Pick(each => each != diary);
        var otherVersion = trial.Random.NextInt64(1, other.Length + 1);
        await trial.Forger.SwapDataAsync(diary, version, other, otherVersion);
        return [.. Found(diary, version, Damage.Changed), .. Found(other, otherVersion, Damage.Changed)];
    }

    private static async Task<Finding[]> MoveToAnotherMunicipalityAsync(Trial trial)
    {
        var (diary, version) = trial.Pick();
        var there = diary with { Tenant = TamperedHistory.Municipalities.Single(tenant => tenant != diary.Tenant) };
        await trial.Forger.AddHeadAsync(there, version);
        await trial.Forger.ChangeAsync(diary, version, $"tenant_id = '{there.Tenant}'");
        return
        [
            .. Found(diary, version, version < diary.Length ? Damage.Missing : Damage.Removed),
            .. Found(there, 1, version > 1 ? Damage.Missing : Damage.Changed),
        ];
    }

    private static async Task<Finding[]> MoveToAnotherStreamAsync(Trial trial)
    {
        var (diary, version) = trial.Pick();
        var other = trial.Pick(each => each != diary && each.Tenant == diary.Tenant);
        await trial.Forger.ChangeAsync(diary, version, $"stream_id = '{other.Id}', version = {other.Length + 1}");
        await trial.Forger.SetHeadAsync(other, other.Length + 1);
        return
        [
            .. Found(diary, version, version < diary.Length ? Damage.Missing : Damage.Removed),
            .. Found(other, other.Length + 1, Damage.ChainBroken),
        ];
    }

    /// <summary>The first version that the ledger has sealed at or after the forgery is another.</summary>
    private static async Task<Finding[]> SealAnewAsync(Trial trial)
    {
        var diary = trial.Pick().Diary;
        var version = trial.Random.NextInt64(1, diary.Heads[^1] + 1);
        await trial.Forger.ForgeAsync(diary, version, diary.Length);
        return Found(diary, diary.Heads.First(head => head >= version), Damage.Replaced);
    }

    private static async Task<Finding[]> SealAnewInPartAsync(Trial trial)
    {
        var (diary, version) = trial.Pick(atLeast: 2, before: 1);
        var last = trial.Random.NextInt64(version, diary.Length);
        await trial.Forger.ForgeAsync(diary, version, last);
        return diary.Heads.FirstOrDefault(head => head >= version, long.MaxValue) is var head && head <= last
            ? Found(diary, head, Damage.Replaced)
            : Found(diary, last + 1, Damage.ChainBroken);
    }
}
