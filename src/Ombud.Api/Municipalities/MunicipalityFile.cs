using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Municipalities;

namespace Ombud.Api.Municipalities;

/// <summary>
/// A municipality's configuration as a JSON file: what <c>GET /v1/municipality</c> answers and <c>PUT</c> takes, with the code that
/// names it.
/// </summary>
internal sealed record MunicipalityFile(string Code, MunicipalityConfigured Configuration)
{
    /// <exception cref="InvalidConfigurationException">Names every field that cannot be read.</exception>
    public static MunicipalityFile Read(string path)
    {
        var name = Path.GetFileName(path);
        var (given, fault) = JsonText.Read(File.ReadAllBytes(path), "file");
        if (given is null)
            throw new InvalidConfigurationException(name, [fault!]);
        var input = InputReader.Read<MunicipalityDocument>(given);
        var document = input.Value ?? input.Readable;
        Fault[] nameless = document is { Code: null } ? [new("code", "required", "Give the municipality's code, such as drammen.")] : [];
        return input.Value is { Code: { } code } read
            ? new(code, read.ToConfigured())
            : throw new InvalidConfigurationException(document?.Code ?? name, [.. nameless, .. input.Faults]);
    }
}
