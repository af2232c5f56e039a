namespace Ombud.Api.Access;

/// <summary>What a caller may be allowed, area by area. The words are those of tokens and of the contract.</summary>
internal static class Scopes
{
    /// <summary>Figures, deadlines' rules, published reports: nothing about a single case.</summary>
    public const string FiguresRead = "figures:read";
    public const string CasesRead = "cases:read";
    public const string CasesWrite = "cases:write";

    /// <summary>Who a case is about and what was written of them; each reading is recorded.</summary>
    public const string PersonalRead = "personal:read";

    /// <summary>What the office writes in its reports, before they are published: to read it, and to write it.</summary>
    public const string ReportsWrite = "reports:write";
    public const string ReportsPublish = "reports:publish";

    /// <summary>The municipality's configuration, delivery to the archive, erasure.</summary>
    public const string Admin = "admin";
    public const string AuditRead = "audit:read";

    /// <summary>To seal the history on demand.</summary>
    public const string AuditSeal = "audit:seal";

    /// <summary>What happens, event by event, without what tells of a person.</summary>
    public const string EventsRead = "events:read";
    public const string WebhooksManage = "webhooks:manage";
    public const string ImportsWrite = "imports:write";

    /// <summary>Measurements of the running program, of all municipalities together.</summary>
    public const string MetricsRead = "metrics:read";

    public static IReadOnlyList<string> All { get; } =
    [
        FiguresRead,
        CasesRead,
        CasesWrite,
        PersonalRead,
        ReportsWrite,
        ReportsPublish,
        Admin,
        AuditRead,
        AuditSeal,
        EventsRead,
        WebhooksManage,
        ImportsWrite,
        MetricsRead,
    ];
}
