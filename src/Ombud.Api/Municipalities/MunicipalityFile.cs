using System.Text.Json.Nodes;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Municipalities;

namespace Ombud.Api.Municipalities;

/// <summary>A municipality's configuration as a JSON file: its code, and what <c>PUT /v1/municipality</c> takes.</summary>
internal sealed record MunicipalityFile(string Code, MunicipalityConfigured Configuration)
{
    /// <exception cref="InvalidConfigurationException">Names every field that cannot be read.</exception>
    public static MunicipalityFile Read(string path)
    {
        var name = Path.GetFileName(path);
        var (given, fault) = JsonText.Read(File.ReadAllBytes(path), "file");
        if (fault is not null)
            throw new InvalidConfigurationException(name, [fault]);
        var code = given!["code"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
        given.Remove("code");
        var input = InputReader.Read<MunicipalityConfigured>(given);
        return code.Length == 0
                ? throw new InvalidConfigurationException(
                    name,
                    [new("code", "required", "Give the municipality's code, such as drammen."), .. input.Faults]
                )
            : input.Value is null ? throw new InvalidConfigurationException(code, input.Faults)
            : new(code, input.Value);
    }
}
