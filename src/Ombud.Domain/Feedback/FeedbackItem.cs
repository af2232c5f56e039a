using System.Text.Json.Serialization;
using NodaTime;
using Ombud.Domain.Entries;

namespace Ombud.Domain.Feedback;

/// <summary>A piece of feedback as its events have made it.</summary>
public sealed record FeedbackItem : IFolded<FeedbackItem>
{
    /// <summary>The stream that it was folded from, where Marten folded it.</summary>
    public Guid Id { get; init; }

    public required LocalDate DraftedOn { get; init; }
    public required string Text { get; init; }
    public string? ServiceArea { get; init; }
    public IReadOnlyList<Guid> Cases { get; init; } = [];

    /// <summary>Why one case is enough; null where it is not.</summary>
    public string? Extraordinary { get; init; }
    public IReadOnlyList<PresentedToAdministration> Administration { get; init; } = [];
    public IReadOnlyList<FeedbackPresented> Presentations { get; init; } = [];

    [JsonIgnore]
    public StreamEntries Entries { get; private init; } = StreamEntries.None;

    public static FeedbackItem Evolve(FeedbackItem? state, object @event) => Folding.Evolve(state, @event);

    FeedbackItem IFolded<FeedbackItem>.From(StreamEntries entries, FeedbackItem? before) =>
        this with
        {
            Entries = entries,
            Id = before?.Id ?? Id,
        };

    public static FeedbackItem After(FeedbackItem? state, object entry) =>
        (state, entry) switch
        {
            (null, FeedbackDrafted e) => new()
            {
                DraftedOn = e.OccurredOn,
                Text = e.Text,
                ServiceArea = e.ServiceArea,
                Cases = e.Cases,
                Extraordinary = e.Extraordinary,
            },
            (null, _) => throw new InvalidOperationException($"Feedback cannot begin with {entry.GetType().Name}."),
            (_, FeedbackRedrafted e) => state with { Text = e.Text ?? state.Text, Extraordinary = e.Extraordinary ?? state.Extraordinary },
            (_, BasisCaseAttached e) => state with { Cases = [.. state.Cases.Union(e.Cases)] },
            (_, PresentedToAdministration e) => state with
            {
                Administration = [.. state.Administration.Append(e).OrderBy(each => each.OccurredOn)],
            },
            (_, FeedbackPresented e) => state with { Presentations = [.. state.Presentations.Append(e).OrderBy(each => each.OccurredOn)] },
            _ => state,
        };
}
