using System.Globalization;
using JasperFx.Events;
using Ombud.Domain.Cases;
using Ombud.Domain.Confidentiality;
using Ombud.Domain.Feedback;
using Ombud.Domain.Measures;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;
using Ombud.Domain.ReportTexts;
using Ombud.Integrity;

namespace Ombud.Api.Events;

/// <summary>Makes CloudEvents of recorded events.</summary>
internal sealed class CloudEvents(EventSettings settings)
{
    private const string Version = ".v1";

    /// <summary>Where to read what an event happened to, by the domain's namespace of its class.</summary>
    private static readonly Dictionary<string, Func<IEvent, string>> Places = new()
    {
        [typeof(Case).Namespace!] = e => $"/v1/cases/{e.StreamId}",
        [typeof(Recommendation).Namespace!] = e => $"/v1/recommendations/{e.StreamId}",
        [typeof(Measure).Namespace!] = e => $"/v1/measures/{e.StreamId}",
        [typeof(FeedbackItem).Namespace!] = e => $"/v1/feedback/{e.StreamId}",
        [typeof(ReportText).Namespace!] = e => $"/v1/report-texts/{e.StreamId}",
        [typeof(Report).Namespace!] = e => $"/v1/reports/{e.StreamId}",
        [typeof(Municipality).Namespace!] = _ => "/v1/municipality",
        [typeof(PersonalDataReading).Namespace!] = _ => "/v1/audit/personal-data-readings",
    };

    public CloudEvent Of(IEvent e)
    {
        var data = EventData.Of(e.Data);
        return new(
            "1.0",
            e.Id,
            SourceOf(e.TenantId),
            TypeOf(e.EventTypeName),
            e.StreamId,
            e.RecordedAt(),
            e.Sequence.ToString("D20", CultureInfo.InvariantCulture),
            Places.GetValueOrDefault(e.Data.GetType().Namespace ?? "")?.Invoke(e),
            data is null ? null : "application/json",
            data
        );
    }

    public string SourceOf(string tenant) => $"/{settings.Domain}/{tenant}";

    public string TypeOf(string storedName) => $"{settings.Domain}.{storedName}{Version}";

    /// <summary>The stored name that a type is made of; a stored name as it is.</summary>
    public string StoredName(string type) =>
        type.StartsWith($"{settings.Domain}.", StringComparison.Ordinal) && type.EndsWith(Version, StringComparison.Ordinal)
            ? type[(settings.Domain.Length + 1)..^Version.Length]
            : type;
}
