namespace Ombud.Api.Http;

/// <summary>The media types that answers have.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string JsonLines = "application/x-ndjson";
    public const string EventStream = "text/event-stream";
    public const string Pdf = "application/pdf";
    public const string Html = "text/html";
    public const string Csv = "text/csv";

    /// <summary>With what RFC 4180 says of a table whose first line names its columns.</summary>
    public const string CsvWithHeader = "text/csv; charset=utf-8; header=present";

    /// <summary>JSON-stat 2.0; nobody has registered a type for it.</summary>
    public const string JsonStat = "application/json-stat+json";
    public const string Zip = "application/zip";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
