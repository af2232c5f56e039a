using System.Security.Cryptography;
using System.Text;
using Ombud.Domain;

namespace Ombud.Api.Imports;

/// <summary>The id of what a file names in its own way, so that the same thing has the same id in every run.</summary>
internal static class ImportId
{
    /// <returns>A UUID of version 8 (RFC 9562) made of the name.</returns>
    public static Guid Of(string kind, string tenant, string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"ombud {kind} {tenant} {name}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>An id of its own would be another one in the next run.</summary>
    public static IEnumerable<Fault> Faults(object? command) =>
        command is ICreating { Id: not null }
            ? [new("id", "not_applicable", "An import makes ids from the names in the file. Leave it out.")]
            : [];
}
