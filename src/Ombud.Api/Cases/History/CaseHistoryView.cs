using NodaTime;
using Ombud.Api.Streams;
using Ombud.Domain.Municipalities;

namespace Ombud.Api.Cases.History;

/// <summary>What the page of a case's history shows, and the terminal.</summary>
/// <param name="Entries">In order of recording, the case's own and those of what touches it.</param>
public sealed record CaseHistoryView(Municipality Municipality, Guid Id, string? Number, Instant AsOf, IReadOnlyList<HistoryEntry> Entries)
{
    /// <summary>How people call the case.</summary>
    public string Name => Number ?? Id.ToString();
}
