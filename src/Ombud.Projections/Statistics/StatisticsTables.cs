using System.Text.Json;
using System.Text.Json.Serialization;
using Ombud.Projections.Figures;

namespace Ombud.Projections.Statistics;

/// <summary>
/// The tables of a report by their names: those that every report has, or those that were asked for, whose names have a point:
/// <c>cases.byUnit</c>.
/// </summary>
[JsonConverter(typeof(Converter))]
public sealed class StatisticsTables
{
    private readonly Dictionary<string, object> _tables;

    /// <param name="tables">Each a <see cref="StatisticsTable"/>, a <see cref="CrossTable"/> or a <see cref="FigureTable"/>; those that are
    /// null are left out.</param>
    public StatisticsTables(IEnumerable<(string Name, object? Table)> tables)
    {
        _tables = tables.Where(each => each.Table is not null).ToDictionary(each => each.Name, each => each.Table!);
        Asked = [.. _tables.Where(each => each.Value is FigureTable).Select(each => (TableName.Parse(each.Key), (FigureTable)each.Value))];
    }

    /// <summary>Cases by the month of receipt. Absent, as the others, where tables were asked for.</summary>
    public StatisticsTable ByMonth => Plain("byMonth")!;

    /// <summary>Cases by service area.</summary>
    public StatisticsTable ByServiceArea => Plain("byServiceArea")!;

    /// <summary>Cases by matter.</summary>
    public StatisticsTable ByMatter => Plain("byMatter")!;

    /// <summary>Cases by channel.</summary>
    public StatisticsTable ByChannel => Plain("byChannel")!;

    /// <summary>Cases by referral source.</summary>
    public StatisticsTable ByReferralSource => Plain("byReferralSource")!;

    /// <summary>Closings by outcome.</summary>
    public StatisticsTable ByOutcome => Plain("byOutcome")!;

    /// <summary>Cases by service area and matter; absent in documents that were published before there was such a table.</summary>
    public CrossTable? AreaByMatter => Cross("areaByMatter");

    /// <summary>Inquiries by the month of receipt; absent, as those that follow, in documents that were published before there was such a
    /// table.</summary>
    public StatisticsTable? InquiriesByMonth => Plain("inquiriesByMonth");

    /// <summary>Inquiries by their type.</summary>
    public StatisticsTable? InquiriesByType => Plain("inquiriesByType");

    /// <summary>Inquiries by channel.</summary>
    public StatisticsTable? InquiriesByChannel => Plain("inquiriesByChannel");

    /// <summary>The inquiries that were declined, by the reason.</summary>
    public StatisticsTable? InquiriesByDeclineReason => Plain("inquiriesByDeclineReason");

    /// <summary>Cases by the unit that leads: the first of the units that handle it.</summary>
    public StatisticsTable? ByUnit => Plain("byUnit");

    /// <summary>The same by matter.</summary>
    public CrossTable? UnitByMatter => Cross("unitByMatter");

    /// <summary>Cases open as the period ended, by the calendar days since their receipt.</summary>
    public StatisticsTable? OpenByAge => Plain("openByAge");

    /// <summary>Those that were asked for; none in a report with the tables that every report has.</summary>
    [JsonIgnore]
    public IReadOnlyList<(TableName Name, FigureTable Table)> Asked { get; }

    public bool Has(string name) => _tables.ContainsKey(name);

    public StatisticsTable? Plain(string name) => _tables.GetValueOrDefault(name) as StatisticsTable;

    public CrossTable? Cross(string name) => _tables.GetValueOrDefault(name) as CrossTable;

    public StatisticsTables Only(Func<string, bool> which) =>
        new(_tables.Where(each => which(each.Key)).Select(each => (each.Key, (object?)each.Value)));

    /// <summary>With another table in the place of the one of the name.</summary>
    public StatisticsTables With(string name, object table) =>
        new(_tables.Select(each => (each.Key, (object?)(each.Key == name ? table : each.Value))));

    /// <summary>With each table changed.</summary>
    public StatisticsTables Each(
        Func<string, StatisticsTable, StatisticsTable> plain,
        Func<string, CrossTable, CrossTable> cross,
        Func<TableName, FigureTable, FigureTable> asked
    ) =>
        new(
            _tables.Select(each =>
                (
                    each.Key,
                    each.Value switch
                    {
                        StatisticsTable table => plain(each.Key, table),
                        CrossTable table => cross(each.Key, table),
                        FigureTable table => asked(TableName.Parse(each.Key), table),
                        _ => (object?)null,
                    }
                )
            )
        );

    /// <summary>A member for each table.</summary>
    private sealed class Converter : JsonConverter<StatisticsTables>
    {
        public override StatisticsTables Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return new([
                .. document
                    .RootElement.EnumerateObject()
                    .Select(member => (member.Name, member.Value.Deserialize(TypeOf(member.Name), options))),
            ]);
        }

        public override void Write(Utf8JsonWriter writer, StatisticsTables value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (name, table) in value._tables)
            {
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, table, table.GetType(), options);
            }
            writer.WriteEndObject();
        }

        private static Type TypeOf(string name) =>
            name.Contains('.', StringComparison.Ordinal) ? typeof(FigureTable)
            : StandardTables.Named(name) is { IsCross: true } ? typeof(CrossTable)
            : typeof(StatisticsTable);
    }
}
