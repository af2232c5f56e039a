using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Feedback;
using Ombud.Domain.Measures;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;

namespace Ombud.Api.Http;

/// <summary>Makes the problems that the API answers, and declares those that any endpoint can answer.</summary>
internal static class Problems
{
    public static readonly Refusal InvalidInput = new(
        "invalid-input",
        "Something in the request is wrong.",
        "Mend each field that is named under errors; nothing was changed."
    );
    public static readonly Refusal Unauthenticated = new(
        "unauthenticated",
        "Say who you are.",
        "Send the header Authorization: Bearer, followed by an API key (made with ./ombud keys create) or by an access token of the "
            + "issuer that this server trusts."
    );
    public static readonly Refusal NotFound = new(
        "not-found",
        "There is nothing at this address.",
        "See the contract for the addresses there are: /openapi/v1.json."
    );
    public static readonly Refusal MethodNotAllowed = new(
        "method-not-allowed",
        "This address does not take this method.",
        "See the contract, or the Allow header of this answer."
    );
    public static readonly Refusal NotAcceptable = new(
        "not-acceptable",
        "It cannot be had as any type that was asked for.",
        "Name one of the types that the contract offers in Accept, or leave Accept out."
    );
    public static readonly Refusal UnsupportedMediaType = new(
        "unsupported-media-type",
        "The body is of a type that is not taken here.",
        "Send application/json."
    );
    public static readonly Refusal Malformed = new(
        "malformed-request",
        "The request is not HTTP as it should be.",
        "It was cut off, or a header of it contradicts another. Send it again as RFC 9110 and RFC 9112 describe; nothing was changed."
    );
    public static readonly Refusal TooSlow = new(
        "too-slow",
        "The request came too slowly.",
        "Send it again over a faster connection; nothing was changed."
    );
    public static readonly Refusal AddressTooLong = new(
        "address-too-long",
        "The address is longer than is taken here.",
        "Give fewer or shorter parameters: address and parameters together have at most 8192 characters."
    );
    public static readonly Refusal HeadersTooLarge = new(
        "headers-too-large",
        "The headers are larger than is taken here.",
        "Send fewer or shorter headers: at most 60, of at most 16384 characters together."
    );
    public static readonly Refusal TooLarge = new("too-large", "The request is larger than is taken here.", "Send less at a time.");
    public static readonly Refusal VersionMismatch = new(
        "version-mismatch",
        "It was changed since you read it.",
        "Read it again and send its new ETag as If-Match; nothing was changed."
    );
    public static readonly Refusal InternalError = new(
        "internal-error",
        "Something went wrong on our side.",
        "Report it with the traceId of this answer."
    );

    public static IReadOnlyList<Refusal> OfAnyEndpoint { get; } =
    [
        InvalidInput,
        Unauthenticated,
        NotFound,
        MethodNotAllowed,
        NotAcceptable,
        UnsupportedMediaType,
        TooLarge,
        Malformed,
        TooSlow,
        AddressTooLong,
        HeadersTooLarge,
        VersionMismatch,
        CreatingRefusals.IdIsTaken,
        .. StoreProblems.All,
        InternalError,
    ];

    public static Problem Invalid(IReadOnlyList<Fault> faults)
    {
        var named = NamedFaults.Of(faults);
        var problem = Of(InvalidInput, StatusCodes.Status400BadRequest) with { Errors = named.Named };
        return named.Further == 0
            ? problem
            : problem with
            {
                Detail = $"{InvalidInput.Remedy} And {named.Further} more, which are not named.",
                FurtherFaults = named.Further,
            };
    }

    public static Problem Invalid(string field, string code, string detail, string? value = null) =>
        Invalid([new(field, code, detail) { Value = value }]);

    public static Problem Of(Refusal refusal, int status) =>
        new(
            $"/problems/{refusal.Code}",
            refusal.Title,
            status,
            refusal.Because is null ? refusal.Remedy : $"{refusal.Because} {refusal.Remedy}"
        );

    public static Problem Refused(Refusal refusal) =>
        Of(refusal, IsMissing(refusal) ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict);

    /// <summary>That something is not there is told by the code's ending, whatever it is about.</summary>
    private static bool IsMissing(Refusal refusal) =>
        refusal.Code.EndsWith("-not-found", StringComparison.Ordinal) || refusal.Code == MunicipalityRefusals.NotConfigured.Code;

    public static Problem WrongVersion(long? actual) =>
        Of(VersionMismatch, StatusCodes.Status412PreconditionFailed) with
        {
            Detail = actual is null ? VersionMismatch.Remedy : $"It is at version {actual} now. {VersionMismatch.Remedy}",
        };

    /// <summary>For what the framework answers without a body of its own.</summary>
    public static Problem OfStatus(int status) =>
        status switch
        {
            StatusCodes.Status401Unauthorized => Of(Unauthenticated, status),
            StatusCodes.Status404NotFound => Of(NotFound, status),
            StatusCodes.Status405MethodNotAllowed => Of(MethodNotAllowed, status),
            StatusCodes.Status406NotAcceptable => Of(NotAcceptable, status),
            StatusCodes.Status408RequestTimeout => Of(TooSlow, status),
            StatusCodes.Status414UriTooLong => Of(AddressTooLong, status),
            StatusCodes.Status431RequestHeaderFieldsTooLarge => Of(HeadersTooLarge, status),
            StatusCodes.Status413PayloadTooLarge => Of(TooLarge, status),
            StatusCodes.Status415UnsupportedMediaType => Of(UnsupportedMediaType, status),
            StatusCodes.Status503ServiceUnavailable => Of(StoreProblems.DatabaseUnavailable, status),
            < 500 => Of(Malformed, status),
            _ => Of(InternalError, status),
        };
}
