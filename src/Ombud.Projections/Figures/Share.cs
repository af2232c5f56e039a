namespace Ombud.Projections.Figures;

/// <summary>Shares in percent.</summary>
internal static class Share
{
    /// <returns>Rounded by itself to one decimal, half away from 0; null of nothing.</returns>
    public static decimal? Percent(int count, int @base) =>
        @base == 0 ? null : decimal.Round(count * 100m / @base, 1, MidpointRounding.AwayFromZero);
}
