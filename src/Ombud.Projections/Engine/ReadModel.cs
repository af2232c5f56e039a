using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Ombud.Domain;
using Ombud.Integrity.Tenancy;

namespace Ombud.Projections.Engine;

/// <summary>
/// A pure function from a stream's state to rows, and the table they live in. Each row belongs to one stream
/// and carries the interval in which it was known: <c>recorded_from</c> up to, not including, <c>recorded_to</c>.
/// </summary>
public abstract class ReadModel<TState>(
    string table,
    RowShape shape,
    IReadOnlyList<RowIndex> indexes,
    IReadOnlyList<ComputedColumn> computed,
    int version
)
{
    public string Table { get; } = table;

    public RowShape Shape { get; } = shape;

    public IReadOnlyList<RowIndex> Indexes { get; } =
    [new("current", "(tenant_id, stream_id, row_key) where recorded_to = 'infinity'", Unique: true), .. indexes];

    public IReadOnlyList<ComputedColumn> Computed { get; } = computed;

    /// <summary>Changes when the columns, the indexes or the version change; then the rows are built anew at the next start.</summary>
    public string Fingerprint =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{version} {CreateTable(Table)} {string.Join(' ', Indexes)}")));

    public abstract IReadOnlyList<Row> Rows(TState state);

    /// <summary>With row-level security.</summary>
    public string CreateTable(string name) =>
        $"""
            create table ombud.{name} (
                tenant_id text not null, stream_id uuid not null, row_key text not null,
                recorded_from timestamptz not null, recorded_to timestamptz not null default 'infinity',
                {string.Join(
                ", ",
                Shape.Columns.Select(column => $"{column.Name} {column.SqlType}").Concat(Computed.Select(column => column.Definition))
            )});
            {RowSecurity.Protect(name)}
            """;

    /// <param name="build">Tells the indexes of one build from those of another that still serves.</param>
    public IEnumerable<string> CreateIndexes(string name, string build) =>
        Indexes.Select(index =>
            $"create {(index.Unique ? "unique " : "")}index {IndexName(index)}_{build} on ombud.{name} {index.Definition}"
        );

    public string IndexName(RowIndex index) => $"{Table}_{index.Name}";
}

/// <inheritdoc cref="ReadModel{TState}"/>
/// <param name="key">What makes a row the same row when its values change; unique within its stream.</param>
/// <param name="computed">Columns for the indexes alone.</param>
/// <param name="version">To be raised when <paramref name="rows"/> means something else by the same columns.</param>
public sealed class ReadModel<TState, TRow>(
    string table,
    Func<TState, IEnumerable<TRow>> rows,
    Func<TRow, string> key,
    IReadOnlyList<RowIndex> indexes,
    IReadOnlyList<ComputedColumn>? computed = null,
    int version = 1
) : ReadModel<TState>(table, RowShape.Of<TRow>(), indexes, computed ?? [], version)
    where TRow : notnull
{
    public TRow Read(DbDataReader reader, int first) => (TRow)Shape.Read(reader, first);

    public override IReadOnlyList<Row> Rows(TState state) => [.. rows(state).Select(row => new Row(key(row), Shape.Values(row)))];
}

/// <param name="Definition">What stands after the table's name in <c>create index</c>.</param>
/// <param name="WhenTaken">The rule that a unique index upholds, answered to whoever breaks it.</param>
public sealed record RowIndex(string Name, string Definition, bool Unique = false, Refusal? WhenTaken = null)
{
    public override string ToString() => $"{Name} {Unique} {Definition}";
}
