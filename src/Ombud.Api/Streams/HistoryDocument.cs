using System.Security.Cryptography;
using System.Text.Json;
using Ombud.Api.Http;
using Ombud.Api.Tables;
using Ombud.Integrity.Json;

namespace Ombud.Api.Streams;

/// <summary>A history in the form that was asked for.</summary>
internal sealed class HistoryDocument : IResult
{
    /// <summary>The types that a history can be had as. JSON first: it is meant where nothing is asked for.</summary>
    public static readonly string[] Types = [MediaTypes.Json, MediaTypes.JsonLines, MediaTypes.Csv];

    private readonly byte[] _bytes;
    private readonly string _contentType;
    private readonly string? _fileName;

    private HistoryDocument(byte[] bytes, string contentType, string? fileName) =>
        (_bytes, _contentType, _fileName, ETag) = (
            bytes,
            contentType,
            fileName,
            $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\""
        );

    /// <summary>Made of the bytes: what touches a case changes its history without changing its version.</summary>
    public string ETag { get; }

    /// <param name="mediaType">One of <see cref="Types"/>.</param>
    public static HistoryDocument Of(StreamHistory history, string mediaType) =>
        mediaType switch
        {
            MediaTypes.JsonLines => new(
                [
                    .. history.Items.SelectMany(entry =>
                        (byte[])[.. JsonSerializer.SerializeToUtf8Bytes(entry, EventJson.Options), (byte)'\n']
                    ),
                ],
                MediaTypes.JsonLines,
                null
            ),
            MediaTypes.Csv => new(CsvDocument.Of(HistoryTable.Of(history.Items)), MediaTypes.CsvWithHeader, $"history-{history.Id}.csv"),
            _ => new(JsonSerializer.SerializeToUtf8Bytes(history, EventJson.Options), "application/json; charset=utf-8", null),
        };

    public Task ExecuteAsync(HttpContext httpContext) => TypedResults.Bytes(_bytes, _contentType, _fileName).ExecuteAsync(httpContext);
}
