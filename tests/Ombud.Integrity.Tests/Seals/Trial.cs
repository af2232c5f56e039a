using Ombud.Integrity.Seals;

namespace Ombud.Integrity.Tests.Seals;

/// <summary>One tampering: whose history, and the random.</summary>
internal sealed record Trial(TamperedHistory History, Random Random)
{
    public Forger Forger { get; } = new(History.Database);

    /// <summary>A stream of at least so many events, and one of its versions up to so many before its last.</summary>
    public (Diary Diary, long Version) Pick(int atLeast = 1, int before = 0)
    {
        var diary = Pick(each => each.Length >= atLeast);
        return (diary, Random.NextInt64(1, diary.Length - before + 1));
    }

    public Diary Pick(Func<Diary, bool> suited)
    {
        var all = History.Diaries.Where(suited).ToList();
        return all[Random.Next(all.Count)];
    }

    public T One<T>(params T[] of) => of[Random.Next(of.Length)];

    public static Finding[] Found(Diary diary, long version, Damage damage) => [new(diary.Tenant, diary.Id, version, damage)];
}
