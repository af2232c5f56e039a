namespace Ombud.Projections.Engine;

internal static class Adjacent
{
    /// <summary>Groups adjacent items with the same key, keeping their order; works on a stream as it is read.</summary>
    public static IEnumerable<IGrouping<TKey, T>> GroupAdjacent<T, TKey>(this IEnumerable<T> items, Func<T, TKey> key)
    {
        Group<TKey, T>? group = null;
        foreach (var item in items)
        {
            if (group is not null && !EqualityComparer<TKey>.Default.Equals(group.Key, key(item)))
            {
                yield return group;
                group = null;
            }
            (group ??= new(key(item))).Add(item);
        }
        if (group is not null)
            yield return group;
    }

    private sealed class Group<TKey, T>(TKey key) : List<T>, IGrouping<TKey, T>
    {
        public TKey Key => key;
    }
}
