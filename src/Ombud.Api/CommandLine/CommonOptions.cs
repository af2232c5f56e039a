using System.CommandLine;
using NodaTime;
using Ombud.Api.Hosting;
using Ombud.Api.Http;
using Ombud.Api.Terminal;
using Ombud.Domain;
using Ombud.Integrity.Json;
using Ombud.Integrity.Secrets;
using Ombud.Integrity.Trees;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.CommandLine;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<string?> Data() =>
        new("--data")
        {
            Description = "Folder of the embedded PostgreSQL (also OMBUD_DATA; default .ombud). ConnectionStrings__Ombud wins over it.",
            HelpName = "DIR",
        };

    public static Option<string?> Municipality() =>
        new("--municipality") { Description = "The municipality that is meant where none is named (default drammen).", HelpName = "CODE" };

    public static Option<string?> Language()
    {
        var language = new Option<string?>("--language")
        {
            Description = $"{Phrase.AnyLanguage} (default the municipality's).",
            HelpName = "LANG",
        };
        language.AcceptOnlyFromAmong([.. Phrase.Languages]);
        return language;
    }

    public static Option<string?> Output() =>
        new("--output", "-o") { Description = "Where to write it (default standard output).", HelpName = "FILE" };

    public static string NotConfigured(string municipality) =>
        $"no municipality '{municipality}' is configured. Configure it with ./ombud configure FILE.";

    public static Option<string?> AsOf()
    {
        var asOf = new Option<string?>("--as-of")
        {
            Description = "What was known then, such as 2023-06-13T15:00:00+02:00, or a day, for its end (default now).",
            HelpName = "MOMENT",
        };
        asOf.Validators.Add(result =>
        {
            if (
                result.GetValueOrDefault<string?>() is { } text
                && !InstantConverter.TryParse(text, out _)
                && !Moments.TryReadDay(text, out _)
            )
                result.AddError($"'{text}' is not a moment; write it like 2023-06-13T15:00:00+02:00 or 2023-06-13.");
        });
        return asOf;
    }

    /// <summary>The moment that was given; a day means its end where the municipality is.</summary>
    public static async Task<Instant?> MomentAsync(
        ParseResult parsed,
        Option<string?> asOf,
        string municipality,
        IServiceProvider services,
        CancellationToken cancel
    ) =>
        parsed.GetValue(asOf) is not { } text ? null
        : InstantConverter.TryParse(text, out var moment) ? moment
        : await services.GetRequiredService<MunicipalityDirectory>().AsOfAsync(municipality, moment: null, cancel) is { } configured
        && Moments.TryReadDay(text, out var day)
            ? Moments.AsOf(day, configured.Zone, services.GetRequiredService<IClock>())
        : null;

    /// <summary>Settings for the host, given on the command line before anything of the environment.</summary>
    /// <param name="municipality">Null for a command that is not about one.</param>
    public static string[] Settings(ParseResult parsed, Option<string?> data, Option<string?>? municipality = null)
    {
        List<string> settings = [];
        if (parsed.GetValue(data) is { } folder)
            settings.Add($"--Ombud:Data={folder}");
        if (municipality is not null && parsed.GetValue(municipality) is { } code)
            settings.Add($"--Ombud:Municipality={code}");
        return [.. settings];
    }

    /// <summary>Runs a command beside a server or alone, with the database ready.</summary>
    public static async Task<int> WithOmbudAsync(string[] settings, Func<IServiceProvider, Task<int>> run, CancellationToken cancel)
    {
        await using var app = Server.Build(settings);
        app.Services.GetRequiredService<Keyring>();
        app.Services.GetRequiredService<SigningKeys>();
        // Standard output is for the answer, which may be piped on.
        var progress = Screen.OnStandardError();
        await Startup.PrepareAsync(app.Services, exclusive: false, progress, cancel);
        return await run(app.Services);
    }
}
