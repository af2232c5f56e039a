using Ombud.Domain;

namespace Ombud.Api.Reports.Documents;

/// <summary>What stands around the office's own text in a report.</summary>
internal static class TextWords
{
    public static readonly Phrase Text = new("Tekst", "Tekst", "Text");

    /// <summary>All of it, in one table.</summary>
    public static readonly Phrase OfOffice = new("Kontorets tekst", "Kontorets tekst", "The office's text", "Teksten til kontoret");

    public static readonly Phrase Introduction = new("Innledning", "Indledning", "Introduction", "Innleiing");
    public static readonly Phrase Findings = new("Funn", "Fund", "Findings");

    public static readonly Phrase DigestOfAll = new(
        "Avtrykk av tall og tekst",
        "Aftryk af tal og tekst",
        "Digest of figures and text",
        "Avtrykk av tal og tekst"
    );

    public static readonly Phrase Comment = new("Kommentar", "Kommentar", "Comment");

    /// <summary>Where the table does not stand before it.</summary>
    public static Phrase CommentOn(string table) => new($"Kommentar til {table}", $"Kommentar til {table}", $"Comment on {table}");

    /// <param name="version">Of the text.</param>
    public static Phrase Draft(int version) =>
        new(
            $"Utkast, versjon {version} av teksten. Tallene er de som gjelder nå; ingenting er publisert.",
            $"Udkast, version {version} af teksten. Tallene er dem, der gælder nu; intet er offentliggjort.",
            $"Draft, version {version} of the text. The figures are those of now; nothing is published.",
            $"Utkast, versjon {version} av teksten. Tala er dei som gjeld no; ingenting er publisert."
        );
}
