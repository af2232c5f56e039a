using System.Runtime.CompilerServices;
using Dapper;

namespace Ombud.Projections;

internal static class DapperSetup
{
    /// <summary>Columns are in snake_case, properties in PascalCase.</summary>
#pragma warning disable CA2255 // Dapper keeps this setting for the whole process; nobody else in it uses Dapper.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void MatchNames() => DefaultTypeMap.MatchNamesWithUnderscores = true;
}
