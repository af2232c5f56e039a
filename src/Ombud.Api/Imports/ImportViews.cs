using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain;

namespace Ombud.Api.Imports;

/// <summary>An import as a list shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">How far it is.</param>
/// <param name="DryRun">Whether the file is only checked.</param>
/// <param name="MediaType">Of the file.</param>
/// <param name="Bytes">Of the file.</param>
/// <param name="CreatedAt">When it was accepted.</param>
/// <param name="CreatedBy">The key, token or developer that sent it.</param>
/// <param name="FinishedAt">When it ended, in whatever way.</param>
/// <param name="Lines">Lines of the file that say something; absent until it is checked.</param>
/// <param name="AlreadyThere">Lines that had been imported before; absent until it is checked.</param>
/// <param name="Events">Events to be recorded; absent until it is checked.</param>
/// <param name="Recorded">Events recorded so far.</param>
/// <param name="Percent">How much of it is recorded, 0 to 100.</param>
/// <param name="FaultCount">How many faults the file has.</param>
/// <param name="Failure">Why it could not go on.</param>
/// <param name="Understood">How the file was read: its form, and the columns recognised; absent until it is checked.</param>
internal sealed record ImportSummary(
    Guid Id,
    ImportState State,
    bool DryRun,
    string MediaType,
    long Bytes,
    Instant CreatedAt,
    string CreatedBy,
    Instant? FinishedAt,
    int? Lines,
    int? AlreadyThere,
    int? Events,
    int Recorded,
    int Percent,
    int FaultCount,
    string? Failure,
    string? Understood
)
{
    public static ImportSummary Of(ImportRow row) =>
        new(
            row.Id,
            row.State,
            row.DryRun,
            row.MediaType,
            row.Bytes,
            row.CreatedAt,
            row.CreatedBy,
            row.FinishedAt,
            row.Lines,
            row.AlreadyThere,
            row.Events,
            row.Recorded,
            row.State == ImportState.Done ? 100 : (int)(100L * row.Recorded / Math.Max(1, row.Events ?? 1)),
            row.FaultCount,
            row.Failure,
            row.Understood
        );
}

/// <summary>A fault of a file.</summary>
/// <param name="Line">From 1, the header's included.</param>
/// <param name="Field">The column or field.</param>
/// <param name="Code">What is wrong, as a word.</param>
/// <param name="Detail">What is wrong and what to do.</param>
/// <param name="Value">What stands there, where it tells of nobody.</param>
/// <param name="Cell">The cell or cells, such as Sheet1!C7, where the file is a workbook.</param>
internal sealed record ImportFault(int Line, string Field, string Code, string Detail, string? Value, string? Cell)
{
    public static ImportFault Of(LineFault fault) =>
        new(fault.Line, fault.Fault.Field, fault.Fault.Code, fault.Fault.Detail, fault.Fault.Value, fault.Cell);
}

/// <summary>An import, and what is wrong with its file.</summary>
/// <param name="Import">How far it is.</param>
/// <param name="Faults">The first of the faults, by line; as text/csv all of them.</param>
internal sealed record ImportView(ImportSummary Import, IReadOnlyList<ImportFault> Faults);
