using Ombud.Api.Access;
using Ombud.Domain;

namespace Ombud.Api.Pages;

/// <summary>A page that every page leads to.</summary>
/// <param name="Scope">What a person needs to see it.</param>
public sealed record NavigationEntry(string Path, Phrase Name, string Scope)
{
    public static readonly NavigationEntry Start = new("/", new("Oversikt", "Overblik", "Overview", "Oversyn"), Scopes.FiguresRead);

    public static readonly NavigationEntry Deadlines = new(
        "/deadlines",
        new("Frister", "Frister", "Deadlines", "Fristar"),
        Scopes.CasesRead
    );

    public static readonly NavigationEntry Reports = new(
        "/reports",
        new("Rapporter", "Beretninger", "Reports", "Rapportar"),
        Scopes.FiguresRead
    );

    public static readonly NavigationEntry FollowUp = new("/follow-up", new("Oppfølging", "Opfølgning", "Follow-up"), Scopes.FiguresRead);

    /// <summary>In their order.</summary>
    public static IReadOnlyList<NavigationEntry> All { get; } = [Start, Deadlines, Reports, FollowUp];

    /// <summary>True for the page itself and for those under it.</summary>
    public bool Has(string path) => path == Path || (Path.Length > 1 && path.StartsWith($"{Path}/", StringComparison.Ordinal));
}
