using System.Net;
using System.Text.RegularExpressions;

namespace Ombud.Api.Tests.SignIn;

/// <summary>As much of a browser as signing in takes: it keeps cookies, follows where it is led, and fills in forms.</summary>
public sealed partial class Browser(SignInApi api)
{
    private const int MostSteps = 20;
    private static readonly HttpMessageInvoker Elsewhere = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>By host, and by name.</summary>
    public Dictionary<(string Host, string Name), string> Cookies { get; init; } = [];

    /// <summary>The lines of Set-Cookie that came, as they were.</summary>
    public List<string> SetCookies { get; } = [];

    /// <summary>Every address that it came by.</summary>
    public List<Uri> Visited { get; } = [];

    public string? Cookie(string name) => Cookies.GetValueOrDefault((new Uri(SignInApi.Address).Authority, name));

    /// <summary>The same cookies in another browser, as a thief would have them.</summary>
    public Browser Copy() => new(api) { Cookies = new(Cookies) };

    /// <summary>Opens an address of the server's and follows on to where it ends.</summary>
    public Task<BrowserPage> OpenAsync(string address) => FollowAsync(new(new Uri(SignInApi.Address), address), null);

    /// <summary>Asks, and follows nothing.</summary>
    public async Task<BrowserPage> AskAsync(string address, HttpContent? form = null) =>
        await SendAsync(new(new Uri(SignInApi.Address), address), form);

    /// <summary>Opens an address and, where the provider asks, says who one is and agrees.</summary>
    public async Task<BrowserPage> SignInAsync(string address, string person)
    {
        var page = await OpenAsync(address);
        for (var step = 0; step < 3 && page.Address.Authority != new Uri(SignInApi.Address).Authority; step++)
            page = await SubmitAsync(page, ("login", person), ("password", "any"));
        return page;
    }

    /// <summary>Sends the first form of a page that posts and has those fields.</summary>
    public Task<BrowserPage> SubmitAsync(BrowserPage page, params (string Name, string Value)[] filled)
    {
        var form = Form()
            .Matches(page.Html)
            .OrderByDescending(each => filled.Any(field => each.Value.Contains($"name=\"{field.Name}\"", StringComparison.Ordinal)))
            .FirstOrDefault();
        form.ShouldNotBeNull(page.Html);
        var fields = Hidden().Matches(form.Value).ToDictionary(field => field.Groups[1].Value, field => Decoded(field.Groups[2].Value));
        foreach (var (name, value) in filled.Where(each => form.Value.Contains($"name=\"{each.Name}\"", StringComparison.Ordinal)))
            fields[name] = value;
        var target = new Uri(page.Address, Decoded(Action().Match(form.Value).Groups[1].Value));
        return FollowAsync(target, new FormUrlEncodedContent(fields));
    }

    private async Task<BrowserPage> FollowAsync(Uri address, HttpContent? form)
    {
        var page = await SendAsync(address, form);
        for (var step = 0; step < MostSteps; step++)
            if (page.LeadsTo is not { } next)
                return page;
            else
                page = await SendAsync(new(page.Address, next), null);
        throw new InvalidOperationException($"Led on for ever: {string.Join(", ", Visited)}");
    }

    private async Task<BrowserPage> SendAsync(Uri address, HttpContent? form)
    {
        Visited.Add(address);
        using var request = new HttpRequestMessage(form is null ? HttpMethod.Get : HttpMethod.Post, address) { Content = form };
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        request.Headers.TryAddWithoutValidation("Accept-Language", "nb");
        var cookies = Cookies.Where(cookie => cookie.Key.Host == address.Authority).Select(cookie => $"{cookie.Key.Name}={cookie.Value}");
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies));
        using var here = new HttpMessageInvoker(api.Handler);
        var client = address.Authority == new Uri(SignInApi.Address).Authority ? here : Elsewhere;
        using var response = await client.SendAsync(request, OmbudApi.Cancel);
        foreach (var line in response.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
            Keep(address, line);
        return new(
            address,
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(OmbudApi.Cancel),
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value))
        );
    }

    private void Keep(Uri address, string line)
    {
        SetCookies.Add(line);
        var parts = line.Split(';')[0].Split('=', 2);
        if (parts[1].Length == 0 || line.Contains("01 Jan 1970", StringComparison.Ordinal))
            Cookies.Remove((address.Authority, parts[0]));
        else
            Cookies[(address.Authority, parts[0])] = parts[1];
    }

    internal static string Decoded(string text) => WebUtility.HtmlDecode(text);

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    [GeneratedRegex("action=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}

/// <summary>What a browser was answered.</summary>
public sealed partial record BrowserPage(Uri Address, int Status, string Html, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Deadlines.ThePage.Text(Html);

    /// <summary>Where it is led on to, by a redirect or by the page itself; null where it stays.</summary>
    public string? LeadsTo =>
        Status is >= 300 and < 400 ? Headers.GetValueOrDefault("Location")
        : Refresh().Match(Html) is { Success: true } refresh ? Browser.Decoded(refresh.Groups[1].Value)
        : null;

    [GeneratedRegex("<meta http-equiv=\"refresh\" content=\"0; url=([^\"]*)\"")]
    private static partial Regex Refresh();
}
