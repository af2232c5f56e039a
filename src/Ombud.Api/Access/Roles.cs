namespace Ombud.Api.Access;

/// <summary>Bundles of scopes. A key is made with one or more; a token names them in its claim <c>roles</c>.</summary>
internal static class Roles
{
    private static readonly string[] CaseWork = [Scopes.FiguresRead, Scopes.CasesRead, Scopes.CasesWrite, Scopes.ReportsWrite];

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } =
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["figures"] = [Scopes.FiguresRead],
            ["case_work"] = CaseWork,
            ["personal_data"] = [.. CaseWork, Scopes.PersonalRead],
            ["publication"] = [Scopes.FiguresRead, Scopes.ReportsWrite, Scopes.ReportsPublish],
            ["administration"] = [Scopes.FiguresRead, Scopes.Admin],
            // An auditor changes nothing.
            ["audit"] = [Scopes.FiguresRead, Scopes.AuditRead, Scopes.AuditSeal],
            // Another system: it hears what happens and brings what it has, and reads no case by it.
            ["integration"] = [Scopes.EventsRead, Scopes.WebhooksManage, Scopes.ImportsWrite],
            // What watches the running program.
            ["operation"] = [Scopes.MetricsRead],
        };

    /// <summary>The scopes of those roles that there are; other words are another system's.</summary>
    public static IEnumerable<string> ScopesOf(IEnumerable<string> roles) =>
        roles.SelectMany(role => All.GetValueOrDefault(role) ?? []).Distinct();
}
