using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Ombud.Api.Http;

/// <summary>
/// An address is what the contract writes, to the letter; routing would also take other letters, a slash behind it, and ids in braces. In
/// an id, upper-case letters are the same (RFC 9562, section 4). Anything else is not found, whatever the method.
/// </summary>
internal static class ExactAddresses
{
    private const string Id = "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";

    /// <summary>After the address is routed.</summary>
    public static void UseExactAddresses(this WebApplication app)
    {
        var ours = new Lazy<Regex>(() => Of(app.Services.GetRequiredService<EndpointDataSource>()));
        app.Use(
            (context, next) =>
            {
                if (context.GetEndpoint() is not null && !ours.Value.IsMatch(context.Request.Path.Value ?? ""))
                    context.SetEndpoint(null);
                return next(context);
            }
        );
    }

    private static Regex Of(EndpointDataSource endpoints) =>
        new(
            $@"^(?:{string.Join('|', endpoints.Endpoints.OfType<RouteEndpoint>().Select(each => Of(each.RoutePattern)).Distinct())})\z",
            RegexOptions.Compiled | RegexOptions.CultureInvariant
        );

    private static string Of(RoutePattern pattern) =>
        pattern.PathSegments.Count == 0
            ? "/"
            : string.Concat(pattern.PathSegments.Select(segment => "/" + string.Concat(segment.Parts.Select(Of))));

    private static string Of(RoutePatternPart part) =>
        part switch
        {
            RoutePatternLiteralPart literal => Regex.Escape(literal.Content),
            RoutePatternSeparatorPart separator => Regex.Escape(separator.Content),
            RoutePatternParameterPart { ParameterPolicies: var policies } when policies.Any(policy => policy.Content == "guid") => Id,
            _ => "[^/]+",
        };
}
