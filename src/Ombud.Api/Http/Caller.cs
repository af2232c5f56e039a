using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ombud.Domain;
using Ombud.Integrity;

namespace Ombud.Api.Http;

/// <summary>Who asks and for which municipality, as the request was authorized.</summary>
internal sealed partial record Caller(string Tenant, EventMetadata Metadata) : IInput
{
    public const string MunicipalityHeader = "Ombud-Municipality";

    private const string CodePattern = "^[a-z][a-z0-9-]{0,62}";

    /// <summary>Of a municipality's code, as a contract writes it.</summary>
    public const string MunicipalityPattern = CodePattern + "$";

    /// <summary>Names the municipality in a page's address, because a browser sends no header of ours.</summary>
    public const string MunicipalityParameter = "municipality";
    public const string OnBehalfOfHeader = "Ombud-On-Behalf-Of";

    /// <summary>Who records that a day has ended. The word stands in events and does not change.</summary>
    public const string DeadlineMonitor = "deadline-watch";
    public const string LocalDeveloper = "local-developer";
    public const int LongestUser = 200;

    private IReadOnlyList<Fault> HeaderFaults { get; init; } = [];

    /// <summary>What could not be read of the request, where a handler has to name it together with what it finds itself.</summary>
    public IReadOnlyList<Fault> InputFaults { get; init; } = [];

    public IReadOnlyList<Fault> Faults =>
        IsCode(Tenant)
            ? HeaderFaults
            :
            [
                new(
                    MunicipalityHeader,
                    "invalid_value",
                    "A municipality's code is lower-case letters, digits and hyphens, and begins with a letter."
                )
                {
                    Value = Tenant,
                },
                .. HeaderFaults,
            ];

    /// <summary>The key under which the caller may send the same request again; null where it gave none.</summary>
    public string? IdempotencyKey { get; private init; }

    /// <summary>The id of a stream that the request makes: a new one, or that which it made before.</summary>
    // Ids that rise with time keep the streams of a year together.
    public Guid NewStream(Guid? given) => Metadata.Request?.Done?.Stream ?? given ?? Guid.CreateVersion7();

    /// <summary>The user of the calling system that it is done for, where the token or the caller says so.</summary>
    public string? OnBehalfOf { get; private init; }

    /// <summary>The caller that authorization has set on the request.</summary>
    public static ValueTask<Caller> BindAsync(HttpContext context) =>
        ValueTask.FromResult(
            context.Features.Get<Caller>() ?? throw new InvalidOperationException("There is no caller: the endpoint declares no scope.")
        );

    /// <summary>The caller of a request.</summary>
    /// <param name="provedUser">The user that it acts for, where its token says so.</param>
    public static Caller Of(HttpContext context, string tenant, string by, string? provedUser)
    {
        var header = context.Request.Headers[OnBehalfOfHeader].ToString();
        var user = provedUser ?? (header.Length > 0 ? header : null);
        var headers = user is null ? null : JsonSerializer.Serialize(new { onBehalfOf = user });
        return new(tenant, new(by, Activity.Current?.TraceId.ToString(), context.TraceIdentifier, headers))
        {
            OnBehalfOf = user,
            IdempotencyKey = Http.IdempotencyKey.Of(context.Request),
            HeaderFaults = [.. FaultsOfUser(header, provedUser), .. Http.IdempotencyKey.Faults(context.Request)],
        };
    }

    /// <summary>Ombud itself, when a day has ended.</summary>
    public static Caller Monitor(string tenant) => new(tenant, new EventMetadata(DeadlineMonitor));

    public static bool IsCode(string municipality) => Code().IsMatch(municipality);

    private static IEnumerable<Fault> FaultsOfUser(string given, string? proved)
    {
        if (given.Length > LongestUser || given.Any(char.IsControl) || given.Any(char.IsSurrogate))
            yield return new(
                OnBehalfOfHeader,
                "invalid_value",
                $"Give the user's id in the calling system: at most {LongestUser} characters, none of them for control."
            );
        if (given.Length > 0 && proved is not null && given != proved)
            yield return new(OnBehalfOfHeader, "contradiction", "The token names another user. Leave the header out.");
    }

    [GeneratedRegex(CodePattern + @"\z")]
    private static partial Regex Code();
}
