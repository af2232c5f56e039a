namespace Ombud.EventStore;

/// <summary>A tenant's streams with ids in a range, both ends included.</summary>
public sealed record StreamRange(string Tenant, Guid First, Guid Last)
{
    /// <summary>Cuts a tenant's streams into ranges by the leading bytes of their ids, for workers side by side.</summary>
    public static IEnumerable<StreamRange> Split(string tenant, int parts)
    {
        for (var part = 0; part < parts; part++)
            yield return new(tenant, Edge(part * 65536 / parts, 0x00), Edge(((part + 1) * 65536 / parts) - 1, 0xFF));
    }

    private static Guid Edge(int leading, byte rest)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Fill(rest);
        bytes[0] = (byte)(leading >> 8);
        bytes[1] = (byte)leading;
        return new Guid(bytes, bigEndian: true);
    }
}
