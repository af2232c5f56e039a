using Ombud.Integrity;

namespace Ombud.Api.Imports;

/// <summary>A file that was read and decided as a whole: what is wrong with it, or the batches to write.</summary>
/// <param name="Skipped">Lines that had been imported before.</param>
/// <param name="Batches">None where there are faults. Each is one transaction.</param>
internal sealed record PreparedImport(int Lines, int Skipped, IReadOnlyList<LineFault> Faults, IReadOnlyList<ImportBatch> Batches)
{
    /// <summary>How the file was read, in words.</summary>
    public string? Understood { get; init; }

    public int Streams => Batches.Sum(batch => batch.Streams.Count);

    public int Events => Batches.Sum(EventsOf);

    public static int EventsOf(ImportBatch batch) => batch.Streams.Sum(stream => stream.Events.Count);

    public static PreparedImport Refused(params LineFault[] faults) => new(0, 0, faults, []);
}
