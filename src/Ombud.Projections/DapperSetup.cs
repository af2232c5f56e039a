using System.Data;
using System.Runtime.CompilerServices;
using Dapper;
using NodaTime;

namespace Ombud.Projections;

internal static class DapperSetup
{
    /// <summary>Columns are in snake_case, properties in PascalCase; days and moments are those of NodaTime, which Npgsql knows.</summary>
#pragma warning disable CA2255 // Dapper keeps these settings for the whole process; nobody else in it uses Dapper.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Configure()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeMap(typeof(LocalDate), DbType.Date, useGetFieldValue: true);
        SqlMapper.AddTypeMap(typeof(Instant), DbType.DateTime, useGetFieldValue: true);
    }
}
