namespace Ombud.Domain.Reports;

/// <summary>A published report as its events have made it.</summary>
public sealed record Report(ReportPublished Published)
{
    public static Report Evolve(Report? state, object @event) => @event switch
    {
        ReportPublished e when state is null => new(e),
        _ => state ?? throw new InvalidOperationException($"A report cannot begin with {@event.GetType().Name}."),
    };
}
