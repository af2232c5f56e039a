using Npgsql;
using Ombud.Domain.Cases;
using Ombud.Projections.Cases;

namespace Ombud.Benchmarks.Harness;

/// <summary>
/// A case continued by hand, in two round trips: its head locked and its events read; one event, its head and its row
/// written.
/// </summary>
internal sealed class BareContinuation(NpgsqlBatch load, BareWrite write) : IAsyncDisposable
{
    private static readonly Case State = new()
    {
        Number = "",
        ReceivedOn = new(2023, 6, 13),
        Channel = "email",
        ReferralSource = "self",
        WithinMandate = true,
        RequiresResponse = true,
        ServiceArea = "health",
        Matters = ["guidance_application"],
        Units = ["health_services"],
        OpenPeriods = [new(new(2023, 6, 13))],
    };

    public static async Task<BareContinuation> OpenAsync(Office office)
    {
        var connection = await office.Database.OpenConnectionAsync();
        var load = new NpgsqlBatch(connection);
        load.BatchCommands.Add(new("begin"));
        foreach (
            var sql in new[]
            {
                "select version from ombud.mt_streams where tenant_id = $1 and id = $2 for update",
                "select type, data, version, timestamp from ombud.mt_events where tenant_id = $1 and stream_id = $2 order by version",
            }
        )
            load.BatchCommands.Add(
                new(sql)
                {
                    Parameters =
                    {
                        new NpgsqlParameter<string> { TypedValue = Office.Neighbour },
                        new NpgsqlParameter<Guid>(),
                    },
                }
            );
        await load.PrepareAsync();
        var write = new BareWrite(connection, office.Marten, Office.Neighbour);
        return new(
            load,
            await write
                .Sql(
                    "update ombud.mt_streams set version = $3 + 1, timestamp = $4 where tenant_id = $1 and id = $2",
                    write.Tenant(),
                    write.Stream(),
                    write.Version(),
                    write.Moment()
                )
                .Events(new CaseCategorized(new(2023, 6, 13), State.ServiceArea, State.Matters, State.Units))
                .Sql(
                    "update ombud.case_register set recorded_to = $3 "
                        + "where tenant_id = $1 and stream_id = $2 and row_key = '' and recorded_to = 'infinity'",
                    write.Tenant(),
                    write.Stream(),
                    write.Moment()
                )
                .Rows(CaseRegister.Model, State)
                .Sql("commit")
                .PreparedAsync()
        );
    }

    public async Task RunAsync(Guid stream)
    {
        foreach (var statement in load.BatchCommands.Cast<NpgsqlBatchCommand>().Skip(1))
            ((NpgsqlParameter<Guid>)statement.Parameters[1]).TypedValue = stream;
        await write.RunAsync(stream, await LoadAsync(), $"{stream}");
    }

    public async ValueTask DisposeAsync()
    {
        await load.DisposeAsync();
        await write.DisposeAsync();
    }

    private async Task<long> LoadAsync()
    {
        await using var reader = await load.ExecuteReaderAsync();
        await reader.ReadAsync();
        var version = reader.GetInt64(0);
        await reader.NextResultAsync();
        while (await reader.ReadAsync())
            _ = (reader.GetString(0), reader.GetFieldValue<byte[]>(1));
        return version;
    }
}
