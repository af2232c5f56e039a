using Ombud.Api.Access;

namespace Ombud.Api.Reports;

/// <summary>What can be asked of reports over HTTP.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this RouteGroupBuilder v1)
    {
        var reports = v1.MapGroup("/reports").WithTags("Reports").RequireScope(Scopes.FiguresRead);
        StatisticsEndpoint.Map(reports);
        SeriesEndpoint.Map(reports);
        ComparisonEndpoint.Map(reports);
        PublicationEndpoints.Map(reports);
    }
}
