using Npgsql;

namespace Ombud.Integrity;

/// <summary>
/// Data sources that read and write PostgreSQL's dates and times as NodaTime's types. The whole program needs such data sources.
/// </summary>
public static class PostgresDataSource
{
    public static NpgsqlDataSource Create(string connectionString) => Builder(connectionString).Build();

    public static NpgsqlDataSourceBuilder Builder(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.UseNodaTime();
        return builder;
    }
}
