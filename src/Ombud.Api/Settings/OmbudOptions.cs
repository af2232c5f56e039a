namespace Ombud.Api.Settings;

/// <summary>What can be set: on the command line, in the environment (<c>Ombud__Municipality</c>) or in appsettings.</summary>
internal sealed class OmbudOptions
{
    /// <summary>The municipality of a request that names none.</summary>
    public string Municipality { get; set; } = "drammen";

    /// <summary>The folder of the embedded PostgreSQL.</summary>
    public string Data { get; set; } = Environment.GetEnvironmentVariable("OMBUD_DATA") ?? ".ombud";

    /// <summary>Whether an empty store is filled with the demo; where nothing is said, in development.</summary>
    public bool? Demo { get; set; }
}
