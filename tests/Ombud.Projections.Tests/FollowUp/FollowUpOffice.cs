using JasperFx.Events;
using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Feedback;
using Ombud.Domain.Measures;
using Ombud.Domain.Meetings;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;
using Ombud.Domain.ReportTexts;
using Ombud.Domain.Tests;
using Ombud.Integrity;
using Ombud.Integrity.Secrets;
using Ombud.Projections.Engine;
using static Ombud.Projections.Tests.FollowUp.FollowUpIds;

namespace Ombud.Projections.Tests.FollowUp;

/// <summary>An office that follows up, over PostgreSQL: it decides as the product does and records or imports what follows.</summary>
internal sealed class FollowUpOffice(OmbudDatabase database, string tenant)
{
    public const int MostImported = 4;
    private static readonly Instant LongAgo = Instant.FromUtc(2020, 2, 1, 10, 0);

    public static readonly MunicipalityConfigured Configuration = Drammen.Configuration with
    {
        Bodies =
        [
            new("council", "Kommunestyret", "Kommunalbestyrelsen", "Council"),
            new("executive_committee", "Formannskapet", "Formandskabet", "Executive committee"),
        ],
    };

    private static readonly TextRules Rules = new(_ => false, _ => ["by-month", "flow"], _ => []);

    private static readonly Municipality Configured = Municipality.Evolve(null, Configuration);

    public string Tenant => tenant;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Task<IReadOnlyList<IEvent>> EventsAsync() => database.Store.FetchStreamsAsync(tenant, All, Cancel);

    public Task ConfigureAsync() =>
        database.RecordAsync(
            OmbudStreams.Municipality,
            tenant,
            Municipality.Stream,
            (state, _) => MunicipalityDecider.Decide(state, Configuration)
        );

    public Task DoAsync(Step step) =>
        step.Kind switch
        {
            <= StepKind.Account => DoAsync(
                OmbudStreams.Report,
                ReportId(step.Target),
                step,
                (state, command, check) => CouncilDecider.Decide(state, (ReportCommand)command, check, ["0", "1", "2", "3"])
            ),
            <= StepKind.Withdraw => DoAsync(
                OmbudStreams.Recommendation,
                RecommendationId(step.Target),
                step,
                (state, command, check) => RecommendationDecider.Decide(state, (RecommendationCommand)command, check)
            ),
            <= StepKind.Unlink => DoAsync(
                OmbudStreams.Measure,
                MeasureId(step.Target),
                step,
                (state, command, check) => MeasureDecider.Decide(state, (MeasureCommand)command, check)
            ),
            <= StepKind.Publish => DoAsync(
                OmbudStreams.Feedback,
                FeedbackId(step.Target),
                step,
                (state, command, check) => FeedbackDecider.Decide(state, (FeedbackCommand)command, check, _ => false)
            ),
            <= StepKind.Cancel => DoAsync(
                OmbudStreams.Meeting,
                MeetingId(step.Target),
                step,
                (state, command, check) => MeetingDecider.Decide(state, (MeetingCommand)command, check)
            ),
            <= StepKind.Remove => DoAsync(
                OmbudStreams.ReportText,
                TextId(step.Target),
                step,
                (state, command, check) => ReportTextDecider.Decide(state, (ReportTextCommand)command, check, Rules)
            ),
            _ => DoAsync(
                OmbudStreams.Case,
                CaseId(step.Target),
                step,
                (state, command, check) => CaseDecider.Decide(state, (CaseCommand)command, check.Municipality, check.Today)
            ),
        };

    private Task DoAsync<TState>(StreamKind<TState> kind, Guid id, Step step, Func<TState?, object, FollowUpChecks, Decision> decide)
        where TState : class => step.Imported ? ImportAsync(kind, id, step, decide) : RecordAsync(kind, id, step, decide);

    private async Task RecordAsync<TState>(
        StreamKind<TState> kind,
        Guid id,
        Step step,
        Func<TState?, object, FollowUpChecks, Decision> decide
    )
        where TState : class
    {
        // The day does not matter for what a command names.
        var others = (
            step.Command(0, new(2024, 1, 1)) switch
            {
                IssueRecommendation issue => issue.BasisCases ?? [],
                RegisterAnswerTo answer => answer.Covers,
                _ => [],
            }
        )
            .Where(other => other != id)
            .ToList();
        await using var session = await database.Sessions.OpenAsync(
            tenant,
            new("tester"),
            [id, .. others],
            Cancel,
            All.Except([id, .. others]),
            keys: SubjectRequest.None
        );
        var command = step.Command(0, Configured.DayOf(session.Now));
        var decision =
            command is RegisterAnswerTo
            && others.Any(other =>
                RecommendationDecider.Decide(
                    session.State(OmbudStreams.Recommendation, other),
                    (RecommendationCommand)command,
                    session.FollowUpChecks()
                )
                    is not Decision.Accepted { Events.Count: > 0 }
            )
                ? RecommendationRefusals.NotFound
                : decide(session.State(kind, id), command, session.FollowUpChecks());
        if (decision is Decision.Accepted({ Count: > 0 } events))
            foreach (var other in others)
                if (events[0] is RecommendationIssued issued)
                    session.Append(OmbudStreams.Case, other, [new RecommendationLinked(issued.OccurredOn, id)]);
                else
                    session.Append(OmbudStreams.Recommendation, other, events);
        await session.SaveAsync(kind, id, null, decision, Cancel);
    }

    /// <summary>Imports what is accepted of several commands on one stream, one after the other in recorded time.</summary>
    private async Task ImportAsync<TState>(
        StreamKind<TState> kind,
        Guid id,
        Step step,
        Func<TState?, object, FollowUpChecks, Decision> decide
    )
        where TState : class
    {
        var (known, now) = (await EventsAsync(), SystemClock.Instance.GetCurrentInstant());
        var own = known.Where(e => e.StreamId == id).ToList();
        var (before, last) = (kind.Fold(own), own.Select(e => e.RecordedAt()).DefaultIfEmpty(LongAgo).Max());
        var (state, events) = (before, new List<ImportEvent>());
        for (var n = 0; n < 1 + (step.Seed % MostImported); n++)
        {
            // The first entry of an import is later than what is there; an import brings nothing from the future.
            var gap = Duration.Max(events.Count == 0 ? Microseconds.One : Duration.Zero, Duration.FromNanoseconds(step.Gap * 1000));
            var at = last + gap <= now ? last + gap : last + Microseconds.One;
            var references = new ReferenceLookup(
                each => State(OmbudStreams.Case, each),
                each => State(OmbudStreams.Report, each),
                each => State(OmbudStreams.Recommendation, each)
            )
            {
                Feedback = each => State(OmbudStreams.Feedback, each),
            };
            if (
                decide(state, step.Command(n, Configured.DayOf(at)), new(Configured, Configured.DayOf(at), references))
                is not Decision.Accepted { Events: { Count: > 0 } decided }
            )
                continue;
            (state, last) = (kind.Fold(decided, state), at);
            events.AddRange(decided.Select(e => new ImportEvent(e, at, """{"import":{"file":"test"}}""")));

            TOther? State<TOther>(StreamKind<TOther> of, Guid other)
                where TOther : class => of.Fold(known.Where(e => e.StreamId == other && e.RecordedAt() <= at));
        }
        if (events.Count > 0)
            await database.Writer.WriteAsync(
                new RowImport<TState>(kind).Batch(tenant, "importer", [new(id, before, own.Count, events)]),
                Cancel
            );
    }
}
