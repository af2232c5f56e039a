using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using NodaTime;
using NpgsqlTypes;
using Ombud.Domain;

namespace Ombud.Projections.Engine;

/// <summary>The columns of a row type: one for each property, named in snake_case, typed by the property.</summary>
public sealed class RowShape
{
    private readonly ConstructorInfo _constructor;

    private RowShape(IReadOnlyList<Column> columns, ConstructorInfo constructor) => (Columns, _constructor) = (columns, constructor);

    public IReadOnlyList<Column> Columns { get; }

    public string ColumnNames => string.Join(", ", Columns.Select(column => column.Name));

    /// <summary>Of a record: what its constructor takes is what it has.</summary>
    public static RowShape Of<TRow>() =>
        new(
            [
                .. typeof(TRow)
                    .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(property => property.Name != "EqualityContract")
                    .Select(Column.Of),
            ],
            typeof(TRow)
                .GetConstructors(BindingFlags.Public | BindingFlags.Instance)
                .MaxBy(constructor => constructor.GetParameters().Length)!
        );

    /// <summary>The name of the column that a property is kept in.</summary>
    public static string ColumnOf<TRow, T>(Expression<Func<TRow, T>> property) =>
        property.Body is MemberExpression { Member: PropertyInfo named }
            ? Column.Of(named).Name
            : throw new ArgumentException($"{property} is no property.", nameof(property));

    public object?[] Values(object row) => [.. Columns.Select(column => column.Value(row))];

    /// <param name="first">Where among the reader's columns those of the row begin.</param>
    public object Read(DbDataReader reader, int first) =>
        _constructor.Invoke([.. Columns.Select((column, i) => reader.IsDBNull(first + i) ? null : column.Read(reader, first + i))]);

    /// <summary>The values as <see cref="Values"/> has them.</summary>
    public object?[] Stored(DbDataReader reader, int first) =>
        [.. Columns.Select((column, i) => reader.IsDBNull(first + i) ? null : column.Stored(reader, first + i))];

    public sealed record Column(
        string Name,
        NpgsqlDbType Type,
        string SqlType,
        Func<object, object?> Value,
        Func<DbDataReader, int, object> Read
    )
    {
        /// <summary>As it is written; a word of an enumeration is a text.</summary>
        public object Stored(DbDataReader reader, int column) =>
            Type == NpgsqlDbType.Text ? reader.GetString(column) : Read(reader, column);

        public static Column Of(PropertyInfo property)
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var (dbType, sql, convert, read) = Mapping(type);
            return new(
                JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name),
                dbType,
                sql,
                row => property.GetValue(row) is { } value ? convert(value) : null,
                read
            );
        }

        private static (NpgsqlDbType Type, string Sql, Func<object, object> Convert, Func<DbDataReader, int, object> Read) Mapping(
            Type type
        ) =>
            type == typeof(string) ? AsItIs<string>(NpgsqlDbType.Text, "text")
            : type == typeof(bool) ? AsItIs<bool>(NpgsqlDbType.Boolean, "boolean")
            : type == typeof(int) ? AsItIs<int>(NpgsqlDbType.Integer, "integer")
            : type == typeof(long) ? AsItIs<long>(NpgsqlDbType.Bigint, "bigint")
            : type == typeof(Guid) ? AsItIs<Guid>(NpgsqlDbType.Uuid, "uuid")
            : type == typeof(LocalDate) ? AsItIs<LocalDate>(NpgsqlDbType.Date, "date")
            : type == typeof(Instant) ? AsItIs<Instant>(NpgsqlDbType.TimestampTz, "timestamptz")
            : type == typeof(IReadOnlyList<string>)
                ? (
                    NpgsqlDbType.Array | NpgsqlDbType.Text,
                    "text[]",
                    value => ((IReadOnlyList<string>)value).ToArray(),
                    (reader, i) => reader.GetFieldValue<string[]>(i)
                )
            : type == typeof(IReadOnlyList<Guid>)
                ? (
                    NpgsqlDbType.Array | NpgsqlDbType.Uuid,
                    "uuid[]",
                    value => ((IReadOnlyList<Guid>)value).ToArray(),
                    (reader, i) => reader.GetFieldValue<Guid[]>(i)
                )
            : type.IsEnum
                ? (NpgsqlDbType.Text, "text", value => Codes.Of((Enum)value), (reader, i) => Codes.Read(type, reader.GetString(i)))
            : throw new NotSupportedException($"A row cannot hold a {type.Name}.");

        private static (NpgsqlDbType Type, string Sql, Func<object, object> Convert, Func<DbDataReader, int, object> Read) AsItIs<T>(
            NpgsqlDbType type,
            string sql
        )
            where T : notnull => (type, sql, value => value, (reader, i) => reader.GetFieldValue<T>(i));
    }
}
