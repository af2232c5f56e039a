using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Access.SignIn;
using Ombud.Api.Http;
using Ombud.Domain;

namespace Ombud.Api.Pages;

/// <summary>Answers a browser with a page where another caller is answered with a problem in JSON.</summary>
internal sealed class ProblemPageWriter(AccessSettings access) : IProblemPage
{
    public Task WriteAsync(HttpContext context, Problem problem) =>
        PageOf(problem, PageAddress.Of(context.Request), SignIn(context.Request, problem)).ExecuteAsync(context);

    /// <summary>The page in place of one that was asked for with faults.</summary>
    public static PageResult<ProblemPage> Of(int status, PageAddress address, params IReadOnlyList<Fault> faults) =>
        PageOf(Problems.Invalid(faults) with { Status = status }, address, signIn: null);

    public static PageResult<ProblemPage> PageOf(Problem problem, PageAddress address, string? signIn) =>
        new(
            problem.Status,
            new(address.Language ?? "en", DateTimeZone.Utc),
            (
                nameof(ProblemPage.View),
                // Of the provider's answer nothing is to be asked for again.
                new ProblemView(problem, address.Path == SignInPaths.Callback ? address.At("/") : address, signIn)
            )
        );

    /// <summary>
    /// Whoever has no session, or had one that has ended, is led to sign in and back; whoever could not sign in may try as somebody else.
    /// </summary>
    private string? SignIn(HttpRequest request, Problem problem) =>
        access.SignIn is null || request.Headers.Authorization.Count > 0 ? null
        : request.Path == SignInPaths.Callback ? SignInPaths.Again
        : problem.Status == StatusCodes.Status401Unauthorized
            // A form that was sent cannot be sent again on the way back.
            ? SignInPaths.To(HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : "/")
        : null;
}
