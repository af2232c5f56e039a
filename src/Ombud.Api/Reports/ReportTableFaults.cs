using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Projections.Figures;

namespace Ombud.Api.Reports;

/// <summary>Tables of a configuration that there are not, or that are not for publishing.</summary>
internal static class ReportTableFaults
{
    public static IEnumerable<Fault> In(MunicipalityConfigured wanted) =>
        (wanted.ReportTables ?? [])
            .Index()
            .Select(each => Fault($"reportTables[{each.Index}].table", each.Item.Table))
            .OfType<Fault>()
            .Concat(
                TablesParameter
                    .SeveralTimes([
                        .. (wanted.ReportTables ?? [])
                            .Select(each => TableName.TryParse(each.Table, out var name) ? name : null)
                            .OfType<TableName>(),
                    ])
                    .Select(fault => fault with { Field = "reportTables" })
            );

    private static Fault? Fault(string field, string name) =>
        !TableName.TryParse(name, out var table) ? new(field, "unknown_table", TableName.Unknown(name)) { Value = name }
        : table.Dimensions.Any(dimension => dimension.Internal)
            ? new(field, "not_published", "It tells of people of the office. Ask for it with tables= in the statistics instead.")
            {
                Value = name,
            }
        : null;
}
