using Dapper;

namespace Ombud.Projections.Tests.Tenancy;

/// <summary>Rows of eighteen years of two municipalities; half of them were known for up to three months.</summary>
public sealed class EighteenYears : IAsyncLifetime
{
    private readonly OmbudDatabase _database = new();

    internal string ConnectionString => _database.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        const string Interval = "at, case when i % 2 = 0 then at + (i % 90) * interval '1 day' + interval '1 hour' else 'infinity' end";
        const string History =
            "(values ('north'), ('south')) as t (tenant), generate_series(1, 20000) as i, lateral (select "
            + "timestamptz '2004-01-01' + i * interval '8 hours' as at) as a";
        await _database.InitializeAsync();
        await using var connection = await _database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            $"""
            insert into ombud.case_register (tenant_id, stream_id, row_key, recorded_from, recorded_to, received_on, status, number)
            select tenant, gen_random_uuid(), '', {Interval}, at::date, 'closed', to_char(at, 'YYYY-') || lpad(i::text, 5, '0')
            from {History};
            insert into ombud.case_people (tenant_id, stream_id, row_key, recorded_from, recorded_to, received_on, person)
            select tenant, gen_random_uuid(), '', {Interval}, at::date, gen_random_uuid() from {History};
            insert into ombud.case_flow (tenant_id, stream_id, row_key, recorded_from, recorded_to, ordinal,
                received_on, opened_on, closed_on)
            select tenant, gen_random_uuid(), '0', {Interval}, 0, at::date, at::date,
                case when i % 3 = 0 then at::date + i % 90 end from {History};
            insert into ombud.response_deadlines (tenant_id, stream_id, row_key, recorded_from, recorded_to,
                requested_on, late_after, met_on)
            select tenant, gen_random_uuid(), '0', {Interval}, at::date, at::date + 20,
                case when i % 3 = 0 then at::date + i % 90 end from {History};
            analyze
            """
        );
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
