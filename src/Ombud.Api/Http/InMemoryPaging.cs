using Ombud.Domain;

namespace Ombud.Api.Http;

/// <summary>Pages of a list that is short enough to be read into memory as a whole.</summary>
internal static class InMemoryPaging
{
    internal sealed record LastSeen(Guid Id);

    public static IEnumerable<Fault> Faults(string? cursor, int limit) => Paging.Faults<LastSeen>(cursor, limit);

    public static Page<T> Of<T>(IEnumerable<T> all, Func<T, Guid> id, string? cursor, int limit, HttpContext http)
    {
        var rest = cursor is null ? all : all.SkipWhile(each => id(each) != Cursor.Read<LastSeen>(cursor)!.Id).Skip(1);
        return Paging.Of([.. rest.Take(limit + 1)], limit, each => each, each => new LastSeen(id(each)), http);
    }
}
