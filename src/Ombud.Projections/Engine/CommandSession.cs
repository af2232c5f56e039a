using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using JasperFx.Events;
using NodaTime;
using Npgsql;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Integrity;
using Ombud.Integrity.Secrets;

namespace Ombud.Projections.Engine;

/// <summary>
/// One command's transaction in terms of states: what the streams say, and what is appended to them with the rows that follow from it.
/// </summary>
public sealed class CommandSession(WriteSession session, string tenant, Func<IReadOnlyList<IEvent>, Municipality?> municipality)
    : IAsyncDisposable
{
    private readonly List<(string Name, Refusal Refusal)> _unique = [];
    private readonly long _began = Stopwatch.GetTimestamp();

    /// <summary>The recorded time of all that is appended.</summary>
    public Instant Now => session.Now;

    /// <summary>The municipality as it is configured now, its configuration read in the same round trip; null where none is.</summary>
    public Municipality? Municipality { get; } = municipality(session.Events(Domain.Municipalities.Municipality.Stream));

    /// <summary>The municipality's day at <see cref="Now"/>.</summary>
    public LocalDate Today => Municipality!.DayOf(Now);

    /// <summary>True where the request was done before: nothing is to be decided or written.</summary>
    public bool DoneBefore => session.DoneBefore is not null;

    /// <summary>The keys of whom the streams are about, where they were asked for.</summary>
    public SubjectKeys Keys => session.Keys;

    /// <summary>The events that were read of a stream.</summary>
    public IReadOnlyList<IEvent> Events(Guid stream) => session.Events(stream);

    /// <summary>What a stream said when it was read; null where there is none of this kind.</summary>
    public TState? State<TState>(StreamKind<TState> kind, Guid stream)
        where TState : class => kind.Fold(session.Events(stream));

    /// <summary>What a command on recommendations, measures, reports or feedback is checked against.</summary>
    public FollowUpChecks FollowUpChecks() =>
        new(
            Municipality!,
            Today,
            new(id => State(OmbudStreams.Case, id), id => State(OmbudStreams.Report, id), id => State(OmbudStreams.Recommendation, id))
            {
                Feedback = id => State(OmbudStreams.Feedback, id),
            }
        );

    /// <summary>Decides in view of the municipality; refuses where none is configured. What was done before needs no decision.</summary>
    public Decision Decide(Func<Municipality, Decision> decide)
    {
        using var span = Instruments.Spans.StartActivity("decide");
        return DoneBefore ? Decision.Nothing
            : Municipality is { } configured ? decide(configured)
            : MunicipalityRefusals.NotConfigured;
    }

    /// <inheritdoc cref="WriteSession.AskInTurnAsync"/>
    public Task<T> AskInTurnAsync<T>(
        string name,
        Func<string, NpgsqlBatchCommand> question,
        Func<DbDataReader, CancellationToken, Task<T>> read,
        CancellationToken cancel
    ) => session.AskInTurnAsync(name, question(tenant), read, cancel);

    /// <summary>Appends to a stream that is locked, once each, and answers what it says then.</summary>
    public TState Append<TState>(StreamKind<TState> kind, Guid stream, IReadOnlyList<object> events)
        where TState : class
    {
        var before = State(kind, stream);
        IReadOnlyList<object> written = [.. events.Select(e => Enciphering.Of(session.Keys, tenant, stream, e))];
        var after = kind.Fold(written, before)!;
        session.Append(stream, kind.StreamType, written);
        foreach (var model in kind.ReadModels)
        {
            var changes = RowChanges.Between(before is null ? [] : model.Rows(before), model.Rows(after));
            foreach (var statement in changes.Statements(model.Table, model.Shape, tenant, stream, session.Now))
                session.Queue(statement);
            _unique.AddRange(
                model.Indexes.Where(index => index.WhenTaken is not null).Select(index => (model.IndexName(index), index.WhenTaken!))
            );
        }
        return after;
    }

    /// <summary>Records what was decided of a stream, and with it whatever was appended to others.</summary>
    /// <param name="expectedVersion">
    /// The versions the caller has seen, or null where it does not matter; nor does it where there is no such stream to change.
    /// </param>
    public async Task<Outcome<TState>> SaveAsync<TState>(
        StreamKind<TState> kind,
        Guid stream,
        ExpectedVersions? expectedVersion,
        Decision decision,
        CancellationToken cancel
    )
        where TState : class
    {
        var outcome = await OutcomeAsync(kind, stream, expectedVersion, decision, cancel);
        Instruments.Command(
            kind.Type,
            JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.GetType().Name),
            Stopwatch.GetElapsedTime(_began)
        );
        return outcome;
    }

    private async Task<Outcome<TState>> OutcomeAsync<TState>(
        StreamKind<TState> kind,
        Guid stream,
        ExpectedVersions? expectedVersion,
        Decision decision,
        CancellationToken cancel
    )
        where TState : class
    {
        if (session.DoneBefore is { } done)
            return new Outcome<TState>.Recorded(
                kind.Fold(session.Events(stream).Where(e => e.Version <= done.Version))!,
                done.Version,
                null
            );
        var version = session.Version(stream);
        if (expectedVersion?.Has(version) == false && (version > 0 || decision is not Decision.Refused))
            return new Outcome<TState>.WrongVersion(version);
        switch (decision)
        {
            case Decision.Refused(var refusal):
                return new Outcome<TState>.Refused(refusal);
            case Decision.Invalid(var faults):
                return new Outcome<TState>.Invalid(faults);
            case Decision.Accepted({ Count: 0 }):
                await session.RememberRequestAsync(stream, cancel);
                return new Outcome<TState>.Recorded(State(kind, stream)!, session.Version(stream), null);
            // The stream is there, and of another kind.
            case Decision.Accepted when State(kind, stream) is null && session.Version(stream) > 0:
                return new Outcome<TState>.Refused(CreatingRefusals.IdIsTaken);
            case Decision.Accepted(var events):
                var after = Append(kind, stream, events);
                return await TrySaveAsync(stream, cancel) switch
                {
                    null => new Outcome<TState>.Recorded(after, session.Version(stream), Now),
                    { Refusal: { } taken } => new Outcome<TState>.Refused(taken),
                    _ => new Outcome<TState>.WrongVersion(null),
                };
            default:
                throw new InvalidOperationException("Unknown decision.");
        }
    }

    /// <summary>Writes all that was appended.</summary>
    /// <exception cref="StreamConflictException">Another writer got there first.</exception>
    /// <param name="about">The stream whose version the answer tells.</param>
    public Task SaveChangesAsync(Guid about, CancellationToken cancel) => session.SaveChangesAsync(cancel, about);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    /// <summary>
    /// Null where it was saved; else the rule of a unique index that it broke, or none where another writer got there first.
    /// </summary>
    private async Task<Conflict?> TrySaveAsync(Guid stream, CancellationToken cancel)
    {
        try
        {
            await session.SaveChangesAsync(cancel, stream);
            return null;
        }
        catch (StreamConflictException)
        {
            return new(null);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation && RuleOf(e.ConstraintName) is { } refusal)
        {
            return new(refusal);
        }
    }

    private Refusal? RuleOf(string? constraint) =>
        _unique.FirstOrDefault(index => constraint?.StartsWith(index.Name, StringComparison.Ordinal) == true).Refusal;

    private sealed record Conflict(Refusal? Refusal);
}
