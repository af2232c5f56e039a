using System.Text.Json.Serialization;
using NodaTime;
using Ombud.Domain.Entries;
using Ombud.Domain.Recommendations;

namespace Ombud.Domain.Reports;

/// <summary>A report as its events have made it, and what the council did with it.</summary>
public sealed record Report : IFolded<Report>
{
    /// <summary>The stream that it was folded from, where Marten folded it.</summary>
    public Guid Id { get; init; }

    /// <summary>Null for a report that was published without Ombud.</summary>
    public ReportPublished? Published { get; init; }
    public required ReportKind Kind { get; init; }
    public required LocalDate From { get; init; }
    public required LocalDate To { get; init; }
    public string? Title { get; init; }
    public required LocalDate PublishedOn { get; init; }
    public IReadOnlyList<ReportPresented> Presentations { get; init; } = [];
    public IReadOnlyList<CouncilDecided> Decisions { get; init; } = [];
    public IReadOnlyList<CouncilRequest> Requests { get; init; } = [];

    [JsonIgnore]
    public StreamEntries Entries { get; private init; } = StreamEntries.None;

    public static Report Evolve(Report? state, object @event) => Folding.Evolve(state, @event);

    Report IFolded<Report>.From(StreamEntries entries, Report? before) => this with { Entries = entries, Id = before?.Id ?? Id };

    public static Report After(Report? state, object entry) =>
        (state, entry) switch
        {
            (null, ReportPublished e) => new()
            {
                Published = e,
                Kind = e.Kind,
                From = e.From,
                To = e.To,
                Title = e.Title,
                PublishedOn = e.OccurredOn,
            },
            (null, ReportRegistered e) => new()
            {
                Kind = e.Kind,
                From = e.From,
                To = e.To,
                Title = e.Title,
                PublishedOn = e.OccurredOn,
            },
            (null, _) => throw new InvalidOperationException($"A report cannot begin with {entry.GetType().Name}."),
            (_, ReportPresented e) => state with { Presentations = [.. state.Presentations.Append(e).OrderBy(each => each.OccurredOn)] },
            (_, CouncilDecided e) => state with { Decisions = [.. state.Decisions.Append(e).OrderBy(each => each.OccurredOn)] },
            (_, CouncilRequestMade e) => state with
            {
                Requests =
                [
                    .. state.Requests.Append(new(e.RequestId, e.OccurredOn, e.Body, e.Text, e.DueOn)).OrderBy(each => each.AskedOn),
                ],
            },
            (_, CouncilRequestAnswered e) => state with
            {
                Requests =
                [
                    .. state.Requests.Select(each =>
                        each.Id == e.RequestId ? each with { AnsweredOn = e.OccurredOn, Answer = e.Note } : each
                    ),
                ],
            },
            _ => state,
        };

    public bool Same(ReportKind kind, LocalDate from, LocalDate to) => Kind == kind && From == from && To == to;
}

/// <summary>What a body asked for, and whether it got it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AskedOn">The day it was asked for.</param>
/// <param name="Body">The council or a committee: a code of the municipality's bodies.</param>
/// <param name="Text">What was asked for.</param>
/// <param name="DueOn">The day by which it was to be given; absent where none was set.</param>
/// <param name="AnsweredOn">The day it was given; absent until then.</param>
/// <param name="Answer">What was answered, or where it stands.</param>
public sealed record CouncilRequest(
    Guid Id,
    LocalDate AskedOn,
    string Body,
    string Text,
    LocalDate? DueOn,
    LocalDate? AnsweredOn = null,
    string? Answer = null
);
