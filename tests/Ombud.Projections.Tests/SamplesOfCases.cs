using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Calendars;
using Ombud.Domain.Cases;
using Ombud.Domain.Confidentiality;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Entries;

namespace Ombud.Projections.Tests;

/// <summary>What each sample of an event of a case says.</summary>
internal static class SamplesOfCases
{
    public static readonly Dictionary<string, object> All = new()
    {
        ["case_received"] = new CaseReceived(
            new(2023, 3, 1),
            "DR-2023-017",
            Instant.FromUtc(2023, 3, 1, 9, 30, 15) + Duration.FromMilliseconds(250),
            "email",
            "service_referral"
        ),
        ["case_received.least"] = new CaseReceived(new(2023, 3, 1), null, null, null, null),
        ["inquiry_described"] = new InquiryDescribed(new(2023, 3, 2), "complaint", false, true),
        ["inquiry_described.least"] = new InquiryDescribed(new(2023, 3, 2), null, true, null),
        ["inquiry_declined"] = new InquiryDeclined(new(2023, 3, 3), "outside_mandate"),
        ["inquiry_forwarded"] = new InquiryForwarded(new(2023, 3, 3), "state_supervision"),
        ["handler_assigned"] = new HandlerAssigned(new(2023, 3, 2), "ombud-2"),
        ["handler_disqualified"] = new HandlerDisqualified(new(2023, 3, 3), "ombud-2", Reason, SampleIds.Person),
        ["acknowledgement_sent"] = new AcknowledgementSent(new(2023, 3, 2)),
        ["first_reply_sent"] = new FirstReplySent(new(2023, 3, 9)),
        ["case_assessed"] = new CaseAssessed(new(2023, 3, 2), true, false),
        ["case_assessed.least"] = new CaseAssessed(new(2023, 3, 2), null, true),
        ["case_categorized"] = new CaseCategorized(
            new(2023, 3, 2),
            "health",
            ["late_or_no_reply", "lack_of_information"],
            ["health_services"]
        ),
        ["case_categorized.least"] = new CaseCategorized(new(2023, 3, 2), null, [], []),
        ["handling_reviewed"] = new HandlingReviewed(new(2023, 4, 20)),
        ["response_requested"] = new ResponseRequested(
            new(2023, 3, 3),
            SampleIds.Request,
            "health_services",
            new(
                "DK.rsl.3",
                1,
                DeadlineKind.LocalTarget,
                new(2023, 3, 2),
                "P2W",
                new(2023, 3, 3),
                new(2023, 3, 16),
                new(2023, 3, 16),
                Instant.FromUtc(2023, 3, 16, 23, 0),
                NoticeSuffices: true,
                DispatchCounts: true,
                new(2023, 2, 22),
                "sickness_benefit",
                [new("ombud.request", 1, new(2023, 4, 3))]
            )
        ),
        ["response_requested.set"] = new ResponseRequested(
            new(2023, 3, 3),
            SampleIds.Request,
            "health_services",
            new(
                "ombud.request",
                1,
                DeadlineKind.OmbudSet,
                new(2023, 3, 3),
                null,
                new(2023, 3, 3),
                new(2023, 4, 3),
                new(2023, 4, 3),
                Instant.FromUtc(2023, 4, 3, 22, 0)
            )
        ),
        ["response_requested.settled"] = new ResponseRequested(
            new(2023, 5, 8),
            SampleIds.Request,
            "authority_unit",
            new(
                "DK.appeal.4w",
                2,
                DeadlineKind.Statutory,
                new(2023, 5, 8),
                "P4W",
                new(2023, 5, 8),
                new(2023, 6, 5),
                new(2023, 6, 6),
                Instant.FromUtc(2023, 6, 6, 22, 0),
                AlsoMovedBy: ["constitution_day"]
            )
        ),
        ["response_requested.least"] = new ResponseRequested(new(2023, 3, 3), SampleIds.Request, "health_services"),
        ["preliminary_reply_received.in_clear"] = new PreliminaryReplyReceived(
            new(2023, 3, 10),
            SampleIds.Request,
            "Befaring venter på snøsmelting",
            new(2023, 5, 15)
        ),
        ["preliminary_reply_received.least_in_clear"] = new PreliminaryReplyReceived(new(2023, 3, 10), SampleIds.Request, "Sykdom", null),
        ["request_moved"] = new RequestMoved(new(2023, 3, 10), SampleIds.Request, "schools", Reason, SampleIds.Person),
        ["request_moved.least"] = new RequestMoved(new(2023, 3, 10), SampleIds.Request, "schools"),
        ["reminder_sent"] = new ReminderSent(new(2023, 3, 17), SampleIds.Request),
        ["deadline_suspended"] = new DeadlineSuspended(new(2023, 3, 10), SampleIds.Request, PauseReason.AwaitingOtherBody),
        ["deadline_resumed"] = new DeadlineResumed(
            new(2023, 3, 20),
            SampleIds.Request,
            new(2023, 4, 13),
            new(2023, 4, 13),
            Instant.FromUtc(2023, 4, 13, 22, 0)
        ),
        ["deadline_extended.in_clear"] = new DeadlineExtended(
            new(2023, 3, 20),
            SampleIds.Request,
            "Ferie",
            14,
            new(2023, 4, 17),
            new(2023, 4, 17),
            Instant.FromUtc(2023, 4, 17, 22, 0)
        ),
        ["deadline_recomputed"] = new DeadlineRecomputed(
            new(2023, 2, 28),
            SampleIds.Request,
            RecomputeReason.CalendarChanged,
            new(2024, 4, 29),
            2,
            new(2024, 3, 29),
            "P4W",
            new(2023, 2, 28),
            new(2024, 4, 26),
            new(2024, 4, 26),
            Instant.FromUtc(2024, 4, 29, 22, 0)
        ),
        ["deadline_recomputed.settled"] = new DeadlineRecomputed(
            new(2023, 6, 1),
            SampleIds.Request,
            RecomputeReason.CalendarChanged,
            new(2023, 6, 5),
            2,
            new(2023, 5, 8),
            "P4W",
            new(2023, 6, 1),
            new(2023, 6, 5),
            new(2023, 6, 6),
            Instant.FromUtc(2023, 6, 6, 22, 0),
            ["constitution_day", "new_years_eve"]
        ),
        ["deadline_waived.in_clear"] = new DeadlineWaived(new(2023, 3, 20), SampleIds.Request, "Avklart på telefon"),
        ["response_overdue"] = new ResponseOverdue(new(2023, 3, 17), SampleIds.Request, new(2023, 3, 16)),
        ["response_received"] = new ResponseReceived(new(2023, 4, 18), SampleIds.Request, new(2023, 4, 14)),
        ["response_received.least"] = new ResponseReceived(new(2023, 4, 18), SampleIds.Request),
        ["response_received.of_a_result"] = new ResponseReceived(
            new(2023, 4, 18),
            SampleIds.Request,
            null,
            ResponseResult.PartlyUpheld,
            Reason,
            SampleIds.Person
        ),
        ["case_closed"] = new CaseClosed(new(2023, 4, 20), "answered_after_contact"),
        ["case_reopened"] = new CaseReopened(new(2023, 5, 10)),
        ["case_voided.in_clear"] = new CaseVoided(new(2023, 5, 11), "Registrert to ganger – samme sak som DR-2023-016"),
        ["case_corrected.in_clear"] = new CaseCorrected(
            new(2023, 5, 12),
            "Feil dato",
            "DR-2023-018",
            new(2023, 2, 28),
            Instant.FromUtc(2023, 2, 28, 22, 59, 59),
            "letter",
            "politician",
            new(2023, 4, 21)
        ),
        ["case_corrected.least_in_clear"] = new CaseCorrected(new(2023, 5, 12), "Feil nummer", "DR-2023-018", null, null, null, null, null),
        ["case_received.of_a_person"] = new CaseReceived(
            new(2026, 11, 2),
            null,
            null,
            "phone",
            null,
            SampleIds.Person,
            new(Cipher("bmFtZQ=="), Cipher("Y29udGFjdA=="), Cipher("aWQ=")),
            Cipher("c3VtbWFyeQ==")
        ),
        ["preliminary_reply_received"] = new PreliminaryReplyReceived(
            new(2023, 3, 10),
            SampleIds.Request,
            Reason,
            new(2023, 5, 15),
            SampleIds.Person
        ),
        ["deadline_extended"] = new DeadlineExtended(
            new(2023, 3, 20),
            SampleIds.Request,
            Reason,
            14,
            new(2023, 4, 17),
            new(2023, 4, 17),
            Instant.FromUtc(2023, 4, 17, 22, 0),
            SampleIds.Person
        ),
        ["deadline_waived"] = new DeadlineWaived(new(2023, 3, 20), SampleIds.Request, Reason, SampleIds.Person),
        ["case_voided"] = new CaseVoided(new(2023, 5, 11), Reason, SampleIds.Person),
        ["case_corrected"] = new CaseCorrected(
            new(2023, 5, 12),
            Reason,
            "DR-2023-018",
            new(2023, 2, 28),
            Instant.FromUtc(2023, 2, 28, 22, 59, 59),
            "letter",
            "politician",
            new(2023, 4, 21),
            SampleIds.Person,
            new(Cipher("bmFtZQ=="), Cipher("Y29udGFjdA=="), Cipher("aWQ=")),
            Cipher("c3VtbWFyeQ==")
        ),
        ["case_corrected.recomputable"] = new CaseCorrected(
            new(2023, 5, 12),
            Reason,
            null,
            new(2023, 2, 28),
            null,
            null,
            null,
            null,
            SampleIds.Person,
            Recomputable: [new(SampleIds.Request, new(2023, 3, 6), new(2023, 4, 11), new(2023, 3, 28))]
        ),
        ["case_merged"] = new CaseMerged(new(2026, 11, 28), SampleIds.TheCase),
        ["duplicate_merged"] = new DuplicateMerged(new(2026, 11, 28), SampleIds.TheCase),
        ["case_linked"] = new CaseLinked(new(2026, 11, 28), SampleIds.TheCase),
        ["entry_withdrawn"] = new EntryWithdrawn(new(2026, 11, 28), 7, "Wrong outcome", 1),
        ["entry_withdrawn.following"] = new EntryWithdrawn(new(2026, 11, 28), 9, null, 0, 7),
        ["note_added"] = new NoteAdded(new(2026, 11, 3), Cipher("bm90ZQ=="), SampleIds.Person),
        ["delivered_to_archive"] = new DeliveredToArchive(new(2026, 11, 20)),
        ["personal_data_erased"] = new PersonalDataErased(new(2026, 11, 21), SampleIds.Person, ErasureReason.RetentionEnded),
        ["personal_data_read"] = new PersonalDataRead(
            new(2026, 11, 4),
            SampleIds.TheCase,
            SampleIds.Person,
            "archive-robot",
            ReadPurpose.ArchiveDelivery,
            Instant.FromUtc(2026, 11, 3, 12, 0),
            "user-17"
        ),
        ["personal_data_read.lookup"] = new PersonalDataRead(
            new(2026, 11, 4),
            null,
            SampleIds.Person,
            "local-developer",
            ReadPurpose.CaseHandling,
            null,
            LookedUpBy: IdentifierKind.Email
        ),
        ["personal_data_read.least"] = new PersonalDataRead(
            new(2026, 11, 4),
            SampleIds.TheCase,
            null,
            "local-developer",
            ReadPurpose.CaseHandling,
            null
        ),
    };

    // Texts that were recorded in clear, before they were enciphered, stand in the samples so called: they are read and never written
    // again.
    private static Confidential Reason => Cipher("AAECAwQFBgcICQoL");

    private static Confidential.Enciphered Cipher(string base64) => new(base64);
}
