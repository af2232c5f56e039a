using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime.Text;
using Ombud.Api.FollowUp;
using Ombud.Api.Pages;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Measures;
using Ombud.Domain.Municipalities;
using Ombud.Integrity.Json;
using Ombud.Projections.Figures;

namespace Ombud.Api.Cases.History;

/// <summary>Values of fields as people read them.</summary>
/// <param name="kind">The kind of stream that the fields are of: the same code may mean different things.</param>
/// <param name="names">What the streams in the history are called, by id.</param>
internal sealed class ChangeValues(string kind, IReadOnlyDictionary<string, string> names, Municipality municipality, TextFormat format)
{
    private const string Nothing = "–";

    public string Kind => kind;

    /// <summary>True for an object that is read part by part; a window is one value.</summary>
    public static bool HasParts(JsonNode? node) => node is JsonObject && !IsWindow(node);

    public string Text(string field, JsonNode? value) =>
        value switch
        {
            null or JsonArray { Count: 0 } => Nothing,
            JsonArray items => string.Join(", ", items.Select(item => Text(field, item))),
            JsonObject => MeasureNotes.Words(value.Deserialize<Window>(EventJson.Options)!, format),
            _ => value.GetValueKind() switch
            {
                JsonValueKind.True => format.Text(HistoryWords.Yes),
                JsonValueKind.False => format.Text(HistoryWords.No),
                JsonValueKind.String => Written(field, value.GetValue<string>()),
                _ => value.ToJsonString(),
            },
        };

    private static bool IsWindow(JsonNode node) => node is JsonObject parts && parts.ContainsKey("precision");

    private string Written(string field, string text) =>
        ListOf(field) is { } list ? list.Label(text, format.Language)
        : FollowUpHistoryWords.Code(kind, field, text) is { } code ? format.Text(code)
        : kind == "case" && field == "status" && HistoryWords.Status(text) is { } status ? format.Text(status)
        : kind == "case" && field == "result" ? format.Text(HistoryWords.Result(Codes.Read<ResponseResult>(text)))
        : kind == "case" && Dimensions.OfRegister(field)?.Classes.FirstOrDefault(each => each.Code == text) is { Label: { } label }
            ? format.Text(label)
        : names.GetValueOrDefault(text) is { } name ? name
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day ? format.Day(day.Value)
        : InstantPattern.ExtendedIso.Parse(text) is { Success: true } moment ? format.Moment(moment.Value)
        : text;

    private CodeList? ListOf(string field) =>
        field switch
        {
            "serviceArea" => municipality.ServiceAreas,
            "matters" => municipality.Matters,
            "units" or "unit" or "addressees" => municipality.Units,
            "channel" => municipality.Channels,
            "referralSource" => municipality.ReferralSources,
            "inquiryType" => municipality.InquiryTypes,
            "declineReason" => municipality.DeclineReasons,
            "recipient" => municipality.Recipients,
            "outcome" => municipality.Outcomes,
            "body" => municipality.Bodies,
            _ => null,
        };
}
