using Ombud.Api.Pages;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Projections.FollowUp;

namespace Ombud.Api.FollowUp;

/// <summary>What the page of the follow-up shows.</summary>
/// <param name="Asked">What could be read of what was asked.</param>
/// <param name="FollowUp">Null where what was asked has faults.</param>
/// <param name="Address">Where it stands; null where it is a file, which has no form and no links to a server.</param>
/// <param name="Reports">Names of all reports that can be asked for.</param>
public sealed record FollowUpView(
    Municipality Municipality,
    FollowUpRequest Asked,
    FollowUpReport? FollowUp,
    PageAddress? Address,
    IReadOnlyList<string> Reports,
    IReadOnlyList<Fault> Faults
)
{
    /// <summary>The language that the municipality's own texts are in, whatever the language of the page.</summary>
    public string Original => Municipality.Language;

    /// <summary>The units in use, and the one that was asked for.</summary>
    public IEnumerable<string> Units => Municipality.Units.Choices(Asked.Unit);

    /// <summary>What the council is called here; null where no bodies are configured.</summary>
    public string? Council(string language) => Municipality.Council is { } council ? Municipality.Bodies.Label(council, language) : null;

    public static FollowUpView OfFile(Municipality municipality, FollowUpReport followUp) =>
        new(municipality, new(), followUp, null, [], []);
}
