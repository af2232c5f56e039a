using System.Runtime.CompilerServices;
using Dapper;

namespace Ombud.Projections;

internal static class DapperSetup
{
    /// <summary>Columns are in snake_case, properties in PascalCase.</summary>
    [ModuleInitializer]
    internal static void MatchNames() => DefaultTypeMap.MatchNamesWithUnderscores = true;
}
