using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using NodaTime;
using Npgsql;
using Ombud.Benchmarks.Harness;
using Ombud.Domain.Cases;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Benchmarks.Stores;

/// <summary>A Marten projection that writes the same rows of the same read models as Ombud does, of one case in a session.</summary>
internal sealed partial class CaseRows : IProjection
{
    private readonly AsyncLocal<Case?> _before = new();
    private readonly ConcurrentDictionary<string, string> _texts = new();

    /// <summary>The case as the command read it: Marten hands it to no projection, and reading it again costs a round trip.</summary>
    public void Before(Case? state) => _before.Value = state;

    public Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var (before, now) = (_before.Value, Instant.FromDateTimeOffset(events[^1].Timestamp));
        var after = OmbudStreams.Case.Fold(events, before)!;
        foreach (var model in OmbudStreams.Case.ReadModels)
        foreach (
            var statement in RowChanges
                .Between(before is null ? [] : model.Rows(before), model.Rows(after))
                .Statements(model.Table, model.Shape, Office.Tenant, events[0].StreamId, now)
        )
            operations.QueueSqlCommand(
                _texts.GetOrAdd(statement.CommandText, text => Place().Replace(text, "?")),
                [.. statement.Parameters.Select(Value)]
            );
        return Task.CompletedTask;
    }

    /// <summary>Marten guesses the type of a parameter from that of its value, and takes what it does not know for text.</summary>
    private static object Value(NpgsqlParameter parameter) =>
        parameter.Value switch
        {
            Instant moment => moment.ToDateTimeOffset(),
            LocalDate day => day.ToDateOnly(),
            var other => other!,
        };

    [GeneratedRegex(@"\$\d+")]
    private static partial Regex Place();
}
