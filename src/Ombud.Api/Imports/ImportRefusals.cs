using Ombud.Domain;

namespace Ombud.Api.Imports;

internal static class ImportRefusals
{
    public static readonly Refusal NotFound = new("import-not-found", "There is no such import.", "GET /v1/imports lists those there are.");
    public static readonly Refusal HasEnded = new(
        "import-has-ended",
        "The import has ended.",
        "There is nothing left to stop. What was recorded stays; a wrong entry is corrected or voided."
    );

    public static IReadOnlyList<Refusal> All { get; } = [NotFound, HasEnded];
}
