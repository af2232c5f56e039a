namespace Ombud.Api.Tables;

/// <summary>How a table is written as CSV.</summary>
public enum CsvDialect
{
    /// <summary>Commas and decimal points, without a byte order mark (RFC 4180): for programs.</summary>
    Plain,

    /// <summary>Semicolons, decimal commas and a byte order mark: what Excel in Norway and Denmark opens by a double click.</summary>
    Excel,
}
