using System.Reflection;
using System.Text.Json;
using NodaTime;
using NpgsqlTypes;

namespace Ombud.Projections.Engine;

/// <summary>The columns of a row type: one for each property, named in snake_case, typed by the property.</summary>
public sealed class RowShape
{
    private RowShape(IReadOnlyList<Column> columns) => Columns = columns;

    public IReadOnlyList<Column> Columns { get; }

    public string ColumnNames => string.Join(", ", Columns.Select(column => column.Name));

    public static RowShape Of<TRow>() =>
        new([.. typeof(TRow).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.Name != "EqualityContract").Select(Column.Of)]);

    public object?[] Values(object row) => [.. Columns.Select(column => column.Value(row))];

    public sealed record Column(string Name, NpgsqlDbType Type, string SqlType, Func<object, object?> Value)
    {
        public static Column Of(PropertyInfo property)
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var (dbType, sql, convert) = Mapping(type);
            return new(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), dbType, sql,
                row => property.GetValue(row) is { } value ? convert(value) : null);
        }

        private static (NpgsqlDbType Type, string Sql, Func<object, object> Convert) Mapping(Type type) =>
            type == typeof(string) ? (NpgsqlDbType.Text, "text", value => value)
            : type == typeof(bool) ? (NpgsqlDbType.Boolean, "boolean", value => value)
            : type == typeof(int) ? (NpgsqlDbType.Integer, "integer", value => value)
            : type == typeof(long) ? (NpgsqlDbType.Bigint, "bigint", value => value)
            : type == typeof(Guid) ? (NpgsqlDbType.Uuid, "uuid", value => value)
            : type == typeof(LocalDate) ? (NpgsqlDbType.Date, "date", value => ((LocalDate)value).ToDateOnly())
            : type == typeof(Instant) ? (NpgsqlDbType.TimestampTz, "timestamptz", value => ((Instant)value).ToDateTimeUtc())
            : type == typeof(IReadOnlyList<string>) ? (NpgsqlDbType.Array | NpgsqlDbType.Text, "text[]", value => ((IReadOnlyList<string>)value).ToArray())
            : type.IsEnum ? (NpgsqlDbType.Text, "text", value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()!))
            : throw new NotSupportedException($"A row cannot hold a {type.Name}.");
    }
}
