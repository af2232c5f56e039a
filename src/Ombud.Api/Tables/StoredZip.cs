using System.IO.Compression;

namespace Ombud.Api.Tables;

/// <summary>A zip archive without compression: the same files give the same bytes.</summary>
internal static class StoredZip
{
    // The earliest that a zip file can hold: the time of packing would change the bytes.
    private static readonly DateTimeOffset Packed = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private const int ReadableByAll = 0b1_000_000_110_100_100 << 16;

    public static byte[] Of(IEnumerable<(string Name, byte[] Content)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, file) in files)
            {
                // Not compressed, because compressors change from one release to the next.
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                (entry.LastWriteTime, entry.ExternalAttributes) = (Packed, ReadableByAll);
                using var content = entry.Open();
                content.Write(file);
            }
        return bytes.ToArray();
    }
}
