using Ombud.Api.Access;

namespace Ombud.Api.Deadlines;

/// <summary>What can be asked about deadlines over HTTP.</summary>
internal static class DeadlineEndpoints
{
    public static void MapDeadlines(this RouteGroupBuilder v1)
    {
        var tagged = v1.MapGroup("").WithTags("Deadlines").RequireScope(Scopes.FiguresRead);
        var deadlines = tagged.MapGroup("/deadlines");
        BoardEndpoint.Map(deadlines);
        CalculateEndpoint.Map(deadlines);
        RulesEndpoint.Map(tagged);
        HolidaysEndpoint.Map(tagged);
    }
}
