using Npgsql;

namespace Ombud.Integrity;

/// <summary>
/// A tenant's streams with ids from <paramref name="First"/> up to, not including, <paramref name="Before"/>; to the end where that is
/// null.
/// </summary>
public sealed record StreamRange(string Tenant, Guid First, Guid? Before)
{
    public static StreamRange All(string tenant) => new(tenant, Guid.Empty, null);

    /// <summary>
    /// All streams of one type cut into ranges of so many each, tenant by tenant, for workers side by side. Together the ranges cover every
    /// id.
    /// </summary>
    public static async Task<IReadOnlyList<StreamRange>> AllOfTypeAsync(
        NpgsqlDataSource owner,
        string streamType,
        int size,
        CancellationToken cancel
    )
    {
        // By the ids that are there: those that rise with time share their leading bytes for weeks.
        await using var command = owner.CreateCommand(
            """
            select tenant_id, id from (
                select tenant_id, id, row_number() over (partition by tenant_id order by id) - 1 as place
                from ombud.mt_streams where type = $1) s
            where place % $2 = 0 order by tenant_id, id
            """
        );
        command.With(streamType.Parameter(), ((long)size).Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var ranges = new List<StreamRange>();
        while (await reader.ReadAsync(cancel))
        {
            var (tenant, id) = (reader.GetString(0), reader.GetGuid(1));
            if (ranges is [.., var last] && last.Tenant == tenant)
            {
                ranges[^1] = last with { Before = id };
                ranges.Add(new(tenant, id, null));
            }
            else
                ranges.Add(All(tenant));
        }
        return ranges;
    }
}
