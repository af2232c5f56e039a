using System.Globalization;

namespace Ombud.Benchmarks.Harness;

/// <summary>One line of the table.</summary>
/// <param name="Unit">What <paramref name="Ours"/> and <paramref name="Bare"/> are in: <c>ms</c>, or something per second.</param>
/// <param name="Aim">What it should reach, in words.</param>
internal sealed record Result(string What, string Unit, double Ours, double Bare, string Aim = "", bool? Met = null)
{
    public const string Head = "| measurement | unit | ours | bare SQL | ratio | aim | met |\n|---|---|---:|---:|---:|---|---|";

    /// <summary>How fast ours is beside the bare SQL: 1 is as fast, 0.5 takes twice the time.</summary>
    public double Ratio => Unit == "ms" ? Bare / Ours : Ours / Bare;

    public Result AtLeast(double figure) => this with { Aim = $"at least {Text(figure)}", Met = Ours >= figure };

    public Result Within(double figure) => this with { Aim = $"within {Text(figure)} ms", Met = Ours <= figure };

    public Result RatioAtLeast(double ratio) =>
        this with
        {
            Aim = $"ratio {ratio.ToString("0.0#", CultureInfo.InvariantCulture)}",
            Met = Ratio >= ratio,
        };

    public override string ToString() =>
        $"| {What} | {Unit} | {Text(Ours)} | {Text(Bare)} | {Ratio.ToString("0.00", CultureInfo.InvariantCulture)} | {Aim} | {Met switch { true => "yes", false => "**no**", null => "" }} |";

    private static string Text(double figure) => figure.ToString(Math.Abs(figure) < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}
