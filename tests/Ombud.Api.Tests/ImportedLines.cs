namespace Ombud.Api.Tests;

/// <summary>Lines of a file of commands (NDJSON), to be imported into the past.</summary>
internal static class ImportedLines
{
    /// <summary>A case, received and recorded on a day.</summary>
    /// <param name="fields">More of the line, as JSON without braces.</param>
    public static string Received(string number, string day, string fields) =>
        Line(number, "receive_case", day, $"\"receivedOn\":\"{day}\",\"withinMandate\":true,\"requiresResponse\":true,{fields}");

    /// <param name="day">On which it is recorded.</param>
    /// <param name="fields">More of the line, as JSON without braces.</param>
    public static string Line(string number, string command, string day, string fields) =>
        $"{{\"case\":\"{number}\",\"command\":\"{command}\",\"recordedAt\":\"{day}T09:00:00Z\",{fields}}}";
}
