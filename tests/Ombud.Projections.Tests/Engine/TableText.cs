using System.Collections;
using System.Globalization;
using JasperFx.Events;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using Ombud.Integrity;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Tests.Engine;

/// <summary>What a read model's table holds and what it should hold, as lines that can be compared.</summary>
/// <param name="fold">What the events recorded up to a moment lead to, by a fold that knows nothing of intervals.</param>
internal sealed class TableText(
    OmbudDatabase database,
    string table,
    RowShape shape,
    Func<IEnumerable<IEvent>, Instant?, IEnumerable<(Guid Stream, Row Row)>> fold
)
{
    private readonly string _columns = string.Join(", ", shape.Columns.Select(column => "r." + column.Name));

    public TableText(OmbudDatabase database, ReadModel<Case> model)
        : this(
            database,
            model.Table,
            model.Shape,
            (events, upTo) => States.At(events, upTo).SelectMany(each => model.Rows(each.State).Select(row => (each.Id, row)))
        ) { }

    public static IEnumerable<TableText> All(OmbudDatabase database) =>
        OmbudStreams.Case.ReadModels.Select(model => new TableText(database, model));

    /// <summary>The tables of one kind of stream; the events may be of others too.</summary>
    public static IEnumerable<TableText> Of<TState>(OmbudDatabase database, StreamKind<TState> kind)
        where TState : class =>
        kind.ReadModels.Select(model => new TableText(
            database,
            model.Table,
            model.Shape,
            (events, upTo) => States.Of(kind, events, upTo).SelectMany(each => model.Rows(each.State).Select(row => (each.Id, row)))
        ));

    public string Table => table;

    /// <summary>The rows of a tenant that were known at each moment.</summary>
    public async Task<ILookup<Instant, string>> AsOfAsync(string tenant, IReadOnlyList<Instant> moments)
    {
        var known = Known.AsOf(moments[0]).Replace("@asOf", "m.as_of", StringComparison.Ordinal);
        await using var command = database.Source.CreateCommand(
            $"select m.n::int, r.stream_id, r.row_key, {_columns} from unnest($1) with ordinality m (as_of, "
                + $"n) join ombud.{Table} r on {known} where r.tenant_id = $2"
        );
        command.Parameters.Add(new NpgsqlParameter<Instant[]> { TypedValue = [.. moments] });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenant });
        return (await ReadAsync(command, 3)).ToLookup(
            row => moments[(int)row.Head[0] - 1],
            row => $"{row.Head[1]} {row.Head[2]} {row.Values}"
        );
    }

    public async Task<IEnumerable<string>> NowAsync(string tenant)
    {
        await using var command = database.Source.CreateCommand(
            $"select r.stream_id, r.row_key, {_columns} from ombud.{Table} r where r.tenant_id = $1 and {Known.AsOf(null)}"
        );
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenant });
        return (await ReadAsync(command, 2)).Select(row => $"{row.Head[0]} {row.Head[1]} {row.Values}").Order(StringComparer.Ordinal);
    }

    /// <summary>Every row of every tenant, with its interval.</summary>
    public async Task<IReadOnlyList<string>> EverythingAsync()
    {
        await using var command = database.Source.CreateCommand(
            $"select r.tenant_id, r.stream_id, r.row_key, r.recorded_from::text, r.recorded_to::text, {_columns} from ombud.{Table} r"
        );
        return [.. (await ReadAsync(command, 5)).Select(row => $"{string.Join(' ', row.Head)} {row.Values}").Order(StringComparer.Ordinal)];
    }

    /// <summary>The rows that have no interval or share a moment with another of the same key.</summary>
    public async Task<long> OverlapsAsync()
    {
        await using var command = database.Source.CreateCommand(
            $"""
            select (select count(*) from ombud.{Table} where recorded_from >= recorded_to)
                + (select count(*) from ombud.{Table} a join ombud.{Table} b
            on (a.tenant_id, a.stream_id, a.row_key) = (b.tenant_id, b.stream_id, b.row_key) and a.ctid < b.ctid
                and a.recorded_from < b.recorded_to and b.recorded_from < a.recorded_to)
            """
        );
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>The rows that the events recorded up to a moment lead to.</summary>
    public IEnumerable<string> Folded(IEnumerable<IEvent> events, Instant? upTo = null) =>
        fold(events, upTo).Select(each => $"{each.Stream} {each.Row.Key} {Line(each.Row.Values)}").Order(StringComparer.Ordinal);

    private async Task<List<(object[] Head, string Values)>> ReadAsync(NpgsqlCommand command, int head)
    {
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<(object[], string)>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(
                (
                    [.. Enumerable.Range(0, head).Select(reader.GetValue)],
                    Line(shape.Columns.Select((_, i) => reader.IsDBNull(head + i) ? null : reader.GetValue(head + i)))
                )
            );
        return rows;
    }

    private static string Line(IEnumerable<object?> values) => string.Join(" | ", values.Select(Text));

    private static string Text(object? value) =>
        value switch
        {
            null => "-",
            Instant moment => InstantPattern.ExtendedIso.Format(moment),
            LocalDate day => LocalDatePattern.Iso.Format(day),
            string text => text,
            IEnumerable list => $"[{string.Join(",", list.Cast<object>().Select(Text))}]",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
