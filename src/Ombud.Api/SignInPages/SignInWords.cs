using Ombud.Domain;

namespace Ombud.Api.SignInPages;

/// <summary>What the pages of signing in and out say.</summary>
internal static class SignInWords
{
    public static readonly Phrase SignedOut = new("Du er logget ut", "Du er logget ud", "You have signed out", "Du er logga ut");
    public static readonly Phrase Done = new(
        "Lukk nettleseren hvis flere bruker denne maskinen.",
        "Luk browseren, hvis flere bruger denne maskine.",
        "Close the browser if others use this machine.",
        "Lukk nettlesaren om fleire bruker denne maskina."
    );
    public static readonly Phrase AtProvider = new(
        "Du er logget ut av Ombud, og blir nå logget ut hos organisasjonen.",
        "Du er logget ud af Ombud og bliver nu logget ud hos organisationen.",
        "You have signed out of Ombud, and are being signed out with your organisation.",
        "Du er logga ut av Ombud, og blir no logga ut hos organisasjonen."
    );
    public static readonly Phrase Continue = new("Gå videre", "Gå videre", "Continue", "Gå vidare");
}
