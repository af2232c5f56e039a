using Ombud.Domain;
using Ombud.Domain.Measures;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;

namespace Ombud.Api.FollowUp;

/// <summary>The codes of the follow-up in words.</summary>
internal static class FollowUpWords
{
    public static Phrase Of(CouncilPosition position) =>
        position switch
        {
            CouncilPosition.TakenNoteOf => new("Tatt til etterretning", "Taget til efterretning", "Taken note of", "Teke til vitande"),
            CouncilPosition.TakenForInformation => new(
                "Tatt til orientering",
                "Taget til orientering",
                "Taken for information",
                "Teke til orientering"
            ),
            CouncilPosition.Endorsed => new("Sluttet seg til", "Tilsluttet", "Endorsed", "Slutta seg til"),
            CouncilPosition.AdoptedWithChanges => new(
                "Vedtatt med endringer",
                "Vedtaget med ændringer",
                "Adopted with changes",
                "Vedteke med endringar"
            ),
            CouncilPosition.NotEndorsed => new("Ikke sluttet seg til", "Ikke tilsluttet", "Not endorsed", "Ikkje slutta seg til"),
            CouncilPosition.Returned => new("Sendt tilbake", "Hjemvist", "Returned"),
            CouncilPosition.Postponed => new("Utsatt", "Udsat", "Postponed", "Utsett"),
            _ => new("Ingen beslutning", "Ingen beslutning", "No decision", "Inga avgjerd"),
        };

    public static Phrase Of(AdministrationPosition position) =>
        position switch
        {
            AdministrationPosition.NoPosition => new(
                "Besvart uten standpunkt",
                "Besvaret uden stillingtagen",
                "Answered without a position",
                "Svart på utan standpunkt"
            ),
            AdministrationPosition.Accepted => new("Tatt til følge", "Imødekommet", "Accepted", "Teke til følgje"),
            AdministrationPosition.PartiallyAccepted => new(
                "Delvis tatt til følge",
                "Delvist imødekommet",
                "Accepted in part",
                "Delvis teke til følgje"
            ),
            AdministrationPosition.ExistingPractice => new("Allerede praksis", "Allerede praksis", "Existing practice", "Alt praksis"),
            AdministrationPosition.RejectedWithReason => new(
                "Avvist med begrunnelse",
                "Afvist med begrundelse",
                "Rejected with a reason",
                "Avvist med grunngiving"
            ),
            AdministrationPosition.UnderConsideration => new("Under vurdering", "Under overvejelse", "Under consideration"),
            _ => new("Ikke besvart", "Ikke besvaret", "No answer", "Ikkje svart på"),
        };

    public static Phrase Of(Progress progress) =>
        progress switch
        {
            Progress.Decided => new("Besluttet", "Besluttet", "Decided", "Bestemt"),
            Progress.Planned => new("Planlagt", "Planlagt", "Planned"),
            Progress.InProgress => new("Pågår", "Igangsat", "In progress", "I gang"),
            Progress.Delayed => new("Forsinket", "Forsinket", "Delayed", "Forseinka"),
            Progress.Rescheduled => new("Flyttet", "Flyttet til ny tid", "Rescheduled", "Flytta"),
            Progress.Implemented => new("Gjennomført", "Gennemført", "Implemented"),
            Progress.PartiallyImplemented => new("Delvis gjennomført", "Delvist gennemført", "Implemented in part"),
            Progress.Abandoned => new("Oppgitt", "Opgivet", "Abandoned", "Gitt opp"),
            _ => new("Ikke påbegynt", "Ikke påbegyndt", "Not started", "Ikkje påbyrja"),
        };

    public static Phrase Of(OmbudAssessment assessment) =>
        assessment switch
        {
            OmbudAssessment.Satisfied => new("Tilfredsstillende", "Tilfredsstillende", "Satisfactory", "Tilfredsstillande"),
            OmbudAssessment.PartlySatisfied => new(
                "Delvis tilfredsstillende",
                "Delvist tilfredsstillende",
                "Partly satisfactory",
                "Delvis tilfredsstillande"
            ),
            OmbudAssessment.NotSatisfied => new(
                "Ikke tilfredsstillende",
                "Ikke tilfredsstillende",
                "Not satisfactory",
                "Ikkje tilfredsstillande"
            ),
            _ => new("Ikke vurdert", "Ikke vurderet", "Not assessed", "Ikkje vurdert"),
        };

    public static Phrase Of(Closure closure) =>
        closure switch
        {
            Closure.ClosedImplemented => new(
                "Avsluttet som gjennomført",
                "Afsluttet som gennemført",
                "Closed as implemented",
                "Avslutta som gjennomført"
            ),
            Closure.ClosedNotImplemented => new(
                "Avsluttet som ikke gjennomført",
                "Afsluttet som ikke gennemført",
                "Closed as not implemented",
                "Avslutta som ikkje gjennomført"
            ),
            Closure.ClosedSuperseded => new(
                "Avsluttet, erstattet av en annen",
                "Afsluttet, erstattet af en anden",
                "Closed as superseded",
                "Avslutta, erstatta av ei anna"
            ),
            Closure.ClosedNoLongerRelevant => new(
                "Avsluttet som ikke lenger aktuell",
                "Afsluttet som ikke længere aktuel",
                "Closed as no longer relevant",
                "Avslutta som ikkje lenger aktuell"
            ),
            Closure.Withdrawn => new("Trukket tilbake", "Trukket tilbage", "Withdrawn", "Trekt tilbake"),
            _ => new("Åpen", "Åben", "Open", "Open"),
        };

    public static Phrase Of(MeasureStatus status) =>
        status switch
        {
            MeasureStatus.Decided => new("Besluttet", "Besluttet", "Decided", "Bestemt"),
            MeasureStatus.Planned => new("Planlagt", "Planlagt", "Planned"),
            MeasureStatus.InProgress => new("Pågår", "Igangsat", "In progress", "I gang"),
            MeasureStatus.ExistingPractice => new("Allerede praksis", "Allerede praksis", "Existing practice", "Alt praksis"),
            MeasureStatus.Postponed => new("Utsatt", "Udskudt", "Postponed", "Utsett"),
            MeasureStatus.Rescheduled => new("Flyttet", "Flyttet til ny tid", "Rescheduled", "Flytta"),
            MeasureStatus.Completed => new("Gjennomført", "Gennemført", "Completed"),
            MeasureStatus.Recurring => new("Løpende", "Løbende", "Recurring", "Løpande"),
            MeasureStatus.Abandoned => new("Oppgitt", "Opgivet", "Abandoned", "Gitt opp"),
            _ => new("Idé", "Idé", "Idea"),
        };

    public static Phrase Of(DelayReason reason) =>
        reason switch
        {
            DelayReason.Covid19 => new("covid-19", "covid-19", "covid-19"),
            DelayReason.DependencyOnOtherMeasure => new(
                "avhengig av et annet tiltak",
                "afhænger af et andet tiltag",
                "depends on another measure",
                "avhengig av eit anna tiltak"
            ),
            DelayReason.ProcurementOrSystem => new(
                "anskaffelse eller system",
                "indkøb eller system",
                "procurement or system",
                "innkjøp eller system"
            ),
            DelayReason.Capacity => new("kapasitet", "kapacitet", "capacity"),
            DelayReason.LegalClarification => new("rettslig avklaring", "juridisk afklaring", "legal clarification", "rettsleg avklaring"),
            DelayReason.Reorganisation => new("omorganisering", "omorganisering", "reorganisation"),
            _ => new("annen grunn", "anden grund", "another reason", "annan grunn"),
        };

    public static Phrase Of(Handling handling) =>
        handling switch
        {
            Handling.Recommendation => new("til innstilling", "til indstilling", "for a recommendation"),
            Handling.Decision => new("til vedtak", "til beslutning", "for decision"),
            _ => new("til orientering", "til orientering", "for information"),
        };

    public static Phrase Of(ReportKind kind) =>
        kind switch
        {
            ReportKind.Annual => new("Årsrapport", "Årsberetning", "Annual report"),
            ReportKind.HalfYear => new("Halvårsrapport", "Halvårsberetning", "Half-year report"),
            ReportKind.Tertial => new("Tertialrapport", "Tertialrapport", "Tertial report"),
            ReportKind.Quarterly => new("Kvartalsrapport", "Kvartalsberetning", "Quarterly report"),
            _ => new("Status", "Status", "Status report"),
        };
}
