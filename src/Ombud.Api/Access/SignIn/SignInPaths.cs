using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace Ombud.Api.Access.SignIn;

/// <summary>The addresses by which people sign in and out.</summary>
internal static class SignInPaths
{
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string SignedOut = "/signed-out";

    /// <summary>Where the provider sends people back to; its settings name them too.</summary>
    public const string Callback = "/sign-in/callback";
    public const string SignedOutCallback = "/sign-out/callback";

    /// <summary>Names the address to come back to.</summary>
    public const string ReturnTo = "returnTo";

    /// <summary>Asks to be signed in as somebody, whomever the provider knows already.</summary>
    public const string AsSomebody = "asSomebody";

    public const string Again = $"{SignIn}?{AsSomebody}=true";

    /// <param name="address">To come back to.</param>
    public static string To(string address) => QueryHelpers.AddQueryString(SignIn, ReturnTo, Local(address));

    /// <summary>The address, where it is one of this server's; else the start page. A link of somebody else's must not lead away.</summary>
    public static string Local(string? address) => address is ['/', ..] && RedirectHttpResult.IsLocalUrl(address) ? address : "/";
}
