using System.Text.Json;
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
        try
        {
            if (JsonNode.Parse(File.ReadAllText(path)) is not JsonObject given)
                throw new InvalidConfigurationException(name, [new("file", "invalid_json", "Give a JSON object.")]);
            var code = (string?)given["code"] ?? "";
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
        catch (JsonException e)
        {
            throw new InvalidConfigurationException(name, [new("file", "invalid_json", e.Message)]);
        }
    }
}
