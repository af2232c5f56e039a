using Ombud.Api.FollowUp;
using Ombud.Domain;
using Ombud.Domain.Measures;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;

namespace Ombud.Api.Cases.History;

/// <summary>What a case's history says of what touches the case: recommendations, measures and what bodies did with reports.</summary>
internal static class FollowUpHistoryWords
{
    public static readonly IReadOnlyDictionary<string, Phrase> Kinds = new Dictionary<string, Phrase>
    {
        ["case"] = new("Sak", "Sag", "Case"),
        ["recommendation"] = new("Anbefaling", "Anbefaling", "Recommendation", "Tilråding"),
        ["measure"] = new("Tiltak", "Tiltag", "Measure"),
        ["report"] = new("Rapport", "Beretning", "Report"),
        ["meeting"] = new("Planlagt møte", "Planlagt møde", "Planned meeting"),
    };

    public static readonly IReadOnlyDictionary<string, Phrase> Events = new Dictionary<string, Phrase>
    {
        ["recommendation_issued"] = new("Anbefaling gitt", "Anbefaling givet", "Recommendation issued", "Tilråding gitt"),
        ["administration_responded"] = new("Administrasjonen svarte", "Administrationen svarede", "The administration answered"),
        ["recommendation_assessed"] = new("Anbefaling vurdert", "Anbefaling vurderet", "Recommendation assessed", "Tilråding vurdert"),
        ["progress_stated"] = new("Fremdrift oppgitt", "Fremdrift oplyst", "Progress stated", "Framdrift oppgitt"),
        ["recommendation_closed"] = new("Anbefaling avsluttet", "Anbefaling afsluttet", "Recommendation closed", "Tilråding avslutta"),
        ["recommendation_reopened"] = new("Anbefaling gjenåpnet", "Anbefaling genoptaget", "Recommendation reopened", "Tilråding gjenopna"),
        ["recommendation_withdrawn"] = new(
            "Anbefaling trukket tilbake",
            "Anbefaling trukket tilbage",
            "Recommendation withdrawn",
            "Tilråding trekt tilbake"
        ),
        ["administration_follow_up_logged"] = new("Oppfølging notert", "Opfølgning noteret", "Follow-up logged"),
        ["measure_linked"] = new(
            "Tiltak knyttet til anbefaling",
            "Tiltag knyttet til anbefaling",
            "Measure linked to a recommendation",
            "Tiltak knytt til tilråding"
        ),
        ["measure_unlinked"] = new("Tilknytning tatt tilbake", "Tilknytning taget tilbage", "Link taken back", "Tilknyting teken tilbake"),
        ["report_presented"] = new("Rapporten lagt frem", "Beretningen forelagt", "Report presented", "Rapporten lagd fram"),
        ["council_decided"] = new("Beslutning truffet", "Beslutning truffet", "Decision made", "Avgjerd teken"),
        ["meeting_planned"] = new("Møte planlagt", "Møde planlagt", "Meeting planned"),
        ["meeting_moved"] = new("Planlagt møte flyttet", "Planlagt møde flyttet", "Planned meeting moved", "Planlagt møte flytta"),
        ["meeting_cancelled"] = new("Planlagt møte avlyst", "Planlagt møde aflyst", "Planned meeting cancelled"),
    };

    public static readonly IReadOnlyDictionary<string, Phrase> Fields = new Dictionary<string, Phrase>
    {
        ["number"] = new("Nummer", "Nummer", "Number"),
        ["reportId"] = new("Rapport", "Beretning", "Report"),
        ["text"] = new("Tekst", "Tekst", "Text"),
        ["title"] = new("Tittel", "Titel", "Title"),
        ["heading"] = new("Overskrift", "Overskrift", "Heading"),
        ["addressees"] = new("Rettet til", "Rettet til", "Addressed to", "Retta til"),
        ["basisCases"] = new("Grunnlag i saker", "Grundlag i sager", "Cases it rests on"),
        ["issuedOn"] = new("Gitt", "Givet", "Issued"),
        ["administrationPosition"] = FollowUpTexts.ByAdministration,
        ["answers"] = new("Svar", "Svar", "Answer"),
        ["position"] = new("standpunkt", "stillingtagen", "position"),
        ["on"] = new("dato", "dato", "day"),
        ["answeredOn"] = new("dato", "dato", "day"),
        ["presentedOn"] = new("dato", "dato", "day"),
        ["decidedOn"] = new("dato", "dato", "day"),
        ["statedProgress"] = FollowUpTexts.Progress,
        ["progressReason"] = new("Grunn til fremdrift", "Grund til fremdrift", "Reason for the progress", "Grunn til framdrift"),
        ["ombudAssessment"] = FollowUpTexts.ByOmbud,
        ["assessedOn"] = new("Vurdert", "Vurderet", "Assessed"),
        ["assessmentNote"] = new(
            "Merknad til vurderingen",
            "Bemærkning til vurderingen",
            "Note on the assessment",
            "Merknad til vurderinga"
        ),
        ["closure"] = FollowUpTexts.Closing,
        ["closureReason"] = new("Grunn til avslutning", "Grund til afslutning", "Reason for the closure"),
        ["supersededBy"] = new("Erstattet av", "Erstattet af", "Superseded by", "Erstatta av"),
        ["window"] = new("Når", "Hvornår", "When"),
        ["slips"] = new("Forskyvning", "Forskydning", "Slip", "Forskyving"),
        ["from"] = new("fra", "fra", "from", "frå"),
        ["to"] = new("til", "til", "to"),
        ["reasons"] = new("grunner", "grunde", "reasons", "grunnar"),
        ["percent"] = new("Prosent", "Procent", "Percent"),
        ["startedOn"] = new("Påbegynt", "Påbegyndt", "Started", "Påbyrja"),
        ["completedOn"] = new("Gjennomført", "Gennemført", "Completed"),
        ["recurrence"] = new("Hvor ofte", "Hvor ofte", "How often", "Kor ofte"),
        ["log"] = new("Oppføring", "Notering", "Log entry"),
        ["note"] = new("merknad", "bemærkning", "note"),
        ["presentations"] = new("Fremlegging", "Forelæggelse", "Presentation", "Framlegging"),
        ["decisions"] = new("Beslutning", "Beslutning", "Decision", "Avgjerd"),
        ["body"] = new("organ", "organ", "body"),
        ["handling"] = new("slag", "art", "kind"),
        ["words"] = new("ordlyd", "ordlyd", "wording"),
        ["meetingOn"] = new("Møtedag", "Mødedag", "Day of the meeting"),
        ["plannedOn"] = new("Planlagt", "Planlagt", "Planned"),
        ["cancelledOn"] = new("Avlyst", "Aflyst", "Cancelled"),
    };

    /// <summary>A code in words; null where the field has none.</summary>
    /// <param name="kind">Of the stream that the field belongs to.</param>
    public static Phrase? Code(string kind, string field, string code) =>
        (kind, field) switch
        {
            ("recommendation", "administrationPosition" or "position") => FollowUpWords.Of(Codes.Read<AdministrationPosition>(code)),
            ("recommendation", "statedProgress") => FollowUpWords.Of(Codes.Read<Progress>(code)),
            ("recommendation", "ombudAssessment") => FollowUpWords.Of(Codes.Read<OmbudAssessment>(code)),
            ("recommendation", "closure") => FollowUpWords.Of(Codes.Read<Closure>(code)),
            ("measure", "status") => FollowUpWords.Of(Codes.Read<MeasureStatus>(code)),
            ("measure", "reasons") => FollowUpWords.Of(Codes.Read<DelayReason>(code)),
            ("report", "position") => FollowUpWords.Of(Codes.Read<CouncilPosition>(code)),
            ("report" or "meeting", "handling") => FollowUpWords.Of(Codes.Read<Handling>(code)),
            _ => null,
        };
}
