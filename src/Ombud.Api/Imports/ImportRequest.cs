using System.Text.Json.Serialization;
using Ombud.Domain;

namespace Ombud.Api.Imports;

/// <param name="FileName">Stands in the headers of each imported event, with its line.</param>
internal sealed record ImportRequest(string Tenant, string FileName, string By);

/// <param name="Skipped">Lines that had been imported before.</param>
/// <param name="Faults">If there are any, nothing was written but what was before others took what the rest needs.</param>
internal sealed record ImportResult(int Lines, int Events, int Streams, int Skipped, IReadOnlyList<LineFault> Faults)
{
    /// <inheritdoc cref="PreparedImport.Understood"/>
    public string? Understood { get; init; }
}

/// <param name="Line">From 1, the header's included.</param>
internal sealed record LineFault(int Line, Fault Fault)
{
    /// <summary>The cell or cells of a workbook, such as <c>Sheet1!C7</c>; null in any other file.</summary>
    public string? Cell { get; init; }

    [JsonIgnore]
    public string Place => Cell ?? $"line {Line}";

    public override string ToString() => $"{Place}: {Fault.Field}: {Fault.Detail}";
}
