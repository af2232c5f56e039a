using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Deadlines;

namespace Ombud.Domain.Tests.Cases;

/// <summary>What somebody at the office does next, sensible or not.</summary>
/// <param name="Later">Days since the action before.</param>
/// <param name="DaysAgo">When it happened; a negative number is a day to come, null leaves it to the command.</param>
/// <param name="Seed">Decides all details, so that a history can be printed and repeated.</param>
internal sealed record CaseAction(Act Act, int Later, int? DaysAgo, int Seed)
{
    private static readonly Guid[] Requests = [.. Enumerable.Range(1, 2).Select(i => new Guid($"b0000000-0000-4000-8000-00000000000{i}"))];

    /// <summary>Whom cases may be about: few, so that they come again.</summary>
    public static readonly Guid[] People = [.. Enumerable.Range(1, 2).Select(i => new Guid($"c0000000-0000-4000-8000-00000000000{i}"))];

    /// <summary>The id of an office's n-th case; every office has the same ones.</summary>
    public static Guid CaseId(int n) => new((n * 0x3C6EF35F) ^ 0x5EED0000, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0);

    public CaseCommand Command(LocalDate today)
    {
        var (random, on) = (new SeededRandom(Seed), DaysAgo is { } days ? today.PlusDays(-days) : (LocalDate?)null);
        Instant? At() => (on ?? today).AtStartOfDayInZone(Drammen.Now.Zone).ToInstant() + Duration.FromMinutes(random.Below(1500));
        return Act switch
        {
            Act.Receive when random.OneIn(3) => new ReceiveCase(
                Number(random),
                null,
                At(),
                Channel(random),
                Source(random),
                random.Maybe(),
                random.Maybe(),
                InquiryType: Type(random),
                Anonymous: random.Maybe(),
                Handler: random.Of("anne", "bo", null)
            ),
            Act.Receive when random.OneIn(4) => new ReceiveCase(
                Number(random),
                on ?? today,
                Resident: random.OneIn(9) ? new() : new("Kari Nordmann", "kari@example.no"),
                Summary: "She waits for an answer",
                PersonId: random.Of<Guid?>(People[0], People[1], null)
            ),
            Act.Receive => new ReceiveCase(
                Number(random),
                on ?? today,
                null,
                Channel(random),
                Source(random),
                random.Mostly(),
                random.Mostly(),
                Area(random),
                Matters(random),
                Units(random)
            ),
            Act.Describe => new DescribeInquiry(Type(random), random.Maybe(), random.Maybe(), on),
            Act.Decline => new DeclineInquiry(random.Of("too_old", "duplicate", random.OneIn(9) ? "dull" : "outside_mandate"), on),
            Act.Forward => new ForwardInquiry(random.Of("unit", "legal_aid", random.OneIn(9) ? "nobody" : "other"), on),
            Act.Assign => new AssignHandler(random.Of("anne", "bo", random.OneIn(9) ? " " : "anne"), on),
            Act.Disqualify => new DisqualifyHandler(random.Of("anne", "bo"), random.OneIn(9) ? "" : "Her brother", on),
            Act.Acknowledge => new SendAcknowledgement(on),
            Act.FirstReply => new SendFirstReply(on),
            Act.Assess => new AssessCase(random.Mostly(), random.Mostly(), on),
            Act.Categorize => new CategorizeCase(Area(random) ?? "health", Matters(random), Units(random), on),
            Act.Review => new ReviewHandling(on),
            Act.Request => Request(random, today, on),
            Act.Move => new ForRequest(
                random.Of(Requests),
                new MoveRequest(
                    random.Of("schools", "building_office", random.OneIn(9) ? "nowhere" : "building_office"),
                    on,
                    random.OneIn(4) ? "It is their building" : null
                )
            ),
            Act.Respond => new ForRequest(
                random.Of(Requests),
                new RegisterResponse(
                    on,
                    random.OneIn(3) ? on?.PlusDays(-random.Below(3)) : null,
                    random.OneIn(3) ? random.Of(Enum.GetValues<ResponseResult>()) : null,
                    random.OneIn(4) ? "A new decision" : null
                )
            ),
            Act.Reply => new ForRequest(
                random.Of(Requests),
                new RegisterPreliminaryReply("A survey is awaited", on, random.OneIn(2) ? today.PlusDays(random.Below(40)) : null)
            ),
            Act.Remind => new ForRequest(random.Of(Requests), new SendReminder(on)),
            Act.Suspend => new ForRequest(
                random.Of(Requests),
                new SuspendDeadline(random.Of(Enum.GetValues<PauseReason>()), random.OneIn(2) ? null : on)
            ),
            Act.Resume => new ForRequest(random.Of(Requests), new ResumeDeadline(on)),
            Act.Extend => new ForRequest(random.Of(Requests), new ExtendDeadline(today.PlusDays(random.Below(60)), "Illness", on)),
            Act.Recompute => new ForRequest(random.Of(Requests), new RecomputeDeadline()),
            Act.Waive => new ForRequest(random.Of(Requests), new WaiveDeadline("Settled by telephone", on)),
            Act.RecordOverdue => new ForRequest(
                random.Of(Requests),
                new RecordOverdue(today.AtStartOfDayInZone(Drammen.Now.Zone).ToInstant())
            ),
            Act.Close => new CloseCase(random.Of("guided", "criticism", "guided", random.OneIn(9) ? "shrug" : "criticism"), on),
            Act.Reopen => new ReopenCase(on),
            Act.Note => new AddNote(random.OneIn(9) ? " " : "Ring back on Friday", on),
            Act.Deliver => new DeliverToArchive(on),
            Act.Void => new VoidCase("A test"),
            Act.Merge => new MergeCase(CaseId(random.Below(5)), on),
            Act.Link => new LinkCase(CaseId(random.Below(5)), on),
            Act.Correct when random.OneIn(4) => new CorrectCase(
                "Misread",
                ReceivedAt: At(),
                ClosedOn: random.OneIn(2) ? today : null,
                Recompute: random.OneIn(2)
            ),
            Act.Correct => new CorrectCase(
                random.OneIn(9) ? "" : "Misread",
                random.OneIn(3) ? Number(random) : null,
                random.OneIn(2) ? on : null,
                null,
                random.OneIn(3) ? Channel(random) : null,
                random.OneIn(3) ? Source(random) : null,
                random.OneIn(2) ? on?.PlusDays(random.Below(9)) : null,
                Recompute: random.OneIn(2)
            ),
            Act.Withdraw => new WithdrawCaseEntry(
                1 + random.Below(12),
                "Mistyped",
                random.OneIn(2) ? null : this.Of(random.Of(Replacing)).Command(today)
            ),
            _ => throw new InvalidOperationException($"{Act}?"),
        };
    }

    private static readonly Act[] Replacing =
    [
        Act.Respond,
        Act.Move,
        Act.Close,
        Act.Suspend,
        Act.Resume,
        Act.Extend,
        Act.Request,
        Act.Assess,
        Act.Categorize,
        Act.Reopen,
        Act.Describe,
        Act.Decline,
        Act.Forward,
        Act.Assign,
        Act.Acknowledge,
        Act.FirstReply,
    ];

    private CaseAction Of(Act act) => this with { Act = act, Seed = Seed + 1 };

    private static RequestResponse Request(SeededRandom random, LocalDate today, LocalDate? on)
    {
        var rules = Rules(random);
        var set = rules?.Contains("ombud.request") == true ? !random.OneIn(9) : random.OneIn(9);
        return new(
            Units(random).FirstOrDefault("schools"),
            on,
            random.Of(Requests),
            rules,
            random.OneIn(3) ? on?.PlusDays(-random.Below(40)) : null,
            DueOn: set ? today.PlusDays(random.Below(30)) : null
        );
    }

    private static string[]? Rules(SeededRandom random) =>
        random.Of<string[]?>(
            null,
            ["NO.fvl.11a.preliminary-reply"],
            ["ombud.request"],
            ["drammen.reply"],
            ["NO.pbl.21-7.building-application", "drammen.reply"],
            random.OneIn(9) ? ["NO.unheard-of"] : ["drammen.reply", "ombud.request"]
        );

    private static string? Number(SeededRandom random) =>
        random.OneIn(4) ? null
        : random.OneIn(20) ? " "
        : $"DR-{random.Below(12)}";

    private static string? Channel(SeededRandom random) => random.Of("email", "phone", null, random.OneIn(9) ? "pigeon" : "email");

    private static string? Type(SeededRandom random) => random.Of("complaint", "guidance", null, random.OneIn(9) ? "quarrel" : "observer");

    private static string? Source(SeededRandom random) => random.Of("self", "politician", null);

    private static string? Area(SeededRandom random) =>
        random.Of("health", "transport", "other", null, random.OneIn(9) ? "space_travel" : "health");

    private static string[] Matters(SeededRandom random) =>
        random.Of<string[]>(
            [],
            ["late_or_no_reply"],
            ["lack_of_information"],
            ["late_or_no_reply", "lack_of_information"],
            random.OneIn(9) ? ["late_or_no_reply", "late_or_no_reply"] : ["lack_of_information", "late_or_no_reply"]
        );

    private static string[] Units(SeededRandom random) => random.Of<string[]>([], ["schools"], ["building_office", "schools"]);
}

internal enum Act
{
    Receive,
    Describe,
    Decline,
    Forward,
    Assign,
    Disqualify,
    Acknowledge,
    FirstReply,
    Assess,
    Categorize,
    Review,
    Request,
    Move,
    Respond,
    Reply,
    Remind,
    Suspend,
    Resume,
    Extend,
    Recompute,
    Waive,
    RecordOverdue,
    Close,
    Reopen,
    Void,
    Note,
    Deliver,
    Merge,
    Link,
    Correct,
    Withdraw,
}
