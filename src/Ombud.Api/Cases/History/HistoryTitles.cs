using Ombud.Domain.Meetings;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;

namespace Ombud.Api.Cases.History;

/// <summary>What something is called in the history of a case.</summary>
internal static class HistoryTitles
{
    private const int Longest = 80;

    /// <summary>Its number, where it has one, and the beginning of its text.</summary>
    public static string Of(Recommendation state) => state.Number is null ? Short(state.Text) : $"{state.Number}. {Short(state.Text)}";

    public static string Of(Report state) => state.Title ?? $"{state.From:uuuu-MM-dd}–{state.To:uuuu-MM-dd}";

    public static string Of(Meeting state) => $"{state.MeetingOn:uuuu-MM-dd}";

    /// <summary>Cut between words.</summary>
    private static string Short(string text)
    {
        if (text.Length <= Longest)
            return text;
        var end = text.LastIndexOf(' ', Longest);
        return $"{text[..(end > 0 ? end : Longest)]}…";
    }
}
