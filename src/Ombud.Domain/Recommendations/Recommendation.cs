using System.Text.Json.Serialization;
using NodaTime;
using Ombud.Domain.Entries;

namespace Ombud.Domain.Recommendations;

/// <summary>A recommendation as its events have made it.</summary>
public sealed record Recommendation : IFolded<Recommendation>
{
    /// <summary>The stream that it was folded from, where Marten folded it.</summary>
    public Guid Id { get; init; }

    public Guid? Report { get; init; }
    public string? Number { get; init; }
    public required LocalDate IssuedOn { get; init; }
    public required string Text { get; init; }
    public IReadOnlyList<string> Addressees { get; init; } = [];
    public IReadOnlyList<Guid> BasisCases { get; init; } = [];

    /// <summary>In order of the days they bear.</summary>
    public IReadOnlyList<AdministrationAnswer> Answers { get; init; } = [];

    /// <summary>In order of the days they bear.</summary>
    public IReadOnlyList<RecommendationAssessed> Assessments { get; init; } = [];

    /// <summary>In order of the days they bear.</summary>
    public IReadOnlyList<ProgressStated> ProgressStatements { get; init; } = [];
    public Closure Closure { get; init; }
    public LocalDate? ClosedOn { get; init; }
    public string? ClosureReason { get; init; }
    public Guid? SupersededBy { get; init; }

    /// <summary>The day it was last reopened.</summary>
    public LocalDate? ReopenedOn { get; init; }

    public AdministrationPosition AdministrationPosition =>
        Answers is [.., var latest] ? latest.Position ?? AdministrationPosition.NoPosition : AdministrationPosition.NoAnswer;

    public OmbudAssessment Assessment => LatestAssessment?.Assessment ?? OmbudAssessment.NotAssessed;
    public LocalDate? AssessedOn => LatestAssessment?.OccurredOn;
    public string? AssessmentNote => LatestAssessment?.Note;

    /// <summary>What the ombud says of its progress, in place of the measures; null where they speak.</summary>
    public Progress? StatedProgress => LatestStatement?.Progress;
    public string? ProgressReason => LatestStatement?.Reason;

    private RecommendationAssessed? LatestAssessment => Assessments is [.., var latest] ? latest : null;

    private ProgressStated? LatestStatement => ProgressStatements is [.., var latest] ? latest : null;

    [JsonIgnore]
    public StreamEntries Entries { get; private init; } = StreamEntries.None;

    public static Recommendation Evolve(Recommendation? state, object @event) => Folding.Evolve(state, @event);

    Recommendation IFolded<Recommendation>.From(StreamEntries entries, Recommendation? before) =>
        this with
        {
            Entries = entries,
            Id = before?.Id ?? Id,
        };

    public static Recommendation After(Recommendation? state, object entry) =>
        (state, entry) switch
        {
            (null, RecommendationIssued e) => new()
            {
                Report = e.Report,
                Number = e.Number,
                IssuedOn = e.OccurredOn,
                Text = e.Text,
                Addressees = e.Addressees,
                BasisCases = e.BasisCases,
            },
            (null, _) => throw new InvalidOperationException($"A recommendation cannot begin with {entry.GetType().Name}."),
            // What is registered late does not replace what bears a later day.
            (_, AdministrationResponded e) => state with
            {
                Answers =
                [
                    .. state
                        .Answers.Append(new(e.AnswerId, e.OccurredOn, e.Heading, e.Title, e.Covers, e.Position, e.Text))
                        .OrderBy(answer => answer.AnsweredOn),
                ],
            },
            (_, RecommendationAssessed e) => state with { Assessments = [.. state.Assessments.Append(e).OrderBy(each => each.OccurredOn)] },
            (_, ProgressStated e) => state with
            {
                ProgressStatements = [.. state.ProgressStatements.Append(e).OrderBy(each => each.OccurredOn)],
            },
            (_, RecommendationClosed e) => state with
            {
                Closure = e.As,
                ClosedOn = e.OccurredOn,
                ClosureReason = e.Reason,
                SupersededBy = e.SupersededBy,
            },
            (_, RecommendationWithdrawn e) => state with { Closure = Closure.Withdrawn, ClosedOn = e.OccurredOn, ClosureReason = e.Reason },
            (_, RecommendationReopened e) => state with
            {
                Closure = Closure.Open,
                ClosedOn = null,
                ClosureReason = e.Reason,
                SupersededBy = null,
                ReopenedOn = e.OccurredOn,
            },
            _ => state,
        };
}

/// <summary>An answer of the administration. It may cover other recommendations too.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AnsweredOn">The day it was given.</param>
/// <param name="Heading">As the administration wrote it, such as "Ad 1, 2 og 4.".</param>
/// <param name="Title">Its title.</param>
/// <param name="Covers">Every recommendation that it answers.</param>
/// <param name="Position">The position that it takes; absent where it takes none.</param>
/// <param name="Text">The answer, in the administration's words.</param>
public sealed record AdministrationAnswer(
    Guid Id,
    LocalDate AnsweredOn,
    string? Heading,
    string? Title,
    IReadOnlyList<Guid> Covers,
    AdministrationPosition? Position,
    string? Text
);
