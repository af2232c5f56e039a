using System.Text;
using System.Text.Unicode;

namespace Ombud.Api.Imports;

/// <summary>Finds out how a file's bytes are text: UTF-8, UTF-16 with its mark, or Windows-1252 as older spreadsheets save it.</summary>
internal static class FileEncoding
{
    static FileEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>The text and the encoding's name; null where it is none of them.</returns>
    public static (string Text, string Name)? Read(ReadOnlySpan<byte> bytes) =>
        IsUtf16(bytes) is { } utf16 ? (utf16.GetString(bytes[2..]), "UTF-16")
        : Utf8.IsValid(bytes) ? (Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), "UTF-8")
        : IsWindows1252(bytes) ? (Encoding.GetEncoding(1252).GetString(bytes), "Windows-1252")
        : null;

    private static Encoding? IsUtf16(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFF, 0xFE, ..] ? Encoding.Unicode
        : bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode
        : null;

    /// <summary>
    /// Every byte but five stands for a character there, so that it is told by what it is not: a text of UTF-8 with a byte wrong in it.
    /// </summary>
    private static bool IsWindows1252(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F); at >= 0 && at < bytes.Length; at++)
            if (bytes[at] is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D || (bytes[at] is >= 0xC2 and <= 0xF4 && IsSequence(bytes[at..])))
                return false;
        return true;
    }

    /// <summary>True where a character of several bytes in UTF-8 stands here.</summary>
    private static bool IsSequence(ReadOnlySpan<byte> bytes) =>
        Rune.DecodeFromUtf8(bytes, out _, out var length) == System.Buffers.OperationStatus.Done && length > 1;
}
