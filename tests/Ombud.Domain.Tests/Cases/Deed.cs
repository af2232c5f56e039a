using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Deadlines;

namespace Ombud.Domain.Tests.Cases;

/// <summary>What somebody at the office does next, sensible or not.</summary>
/// <param name="Later">Days since the deed before.</param>
/// <param name="DaysAgo">When it happened; a negative number is a day to come, null leaves it to the command.</param>
/// <param name="Dice">Decides all details, so that a history can be printed and told again.</param>
internal sealed record Deed(Act Act, int Later, int? DaysAgo, int Dice)
{
    private static readonly Guid[] Requests = [.. Enumerable.Range(1, 2).Select(i => new Guid($"b0000000-0000-4000-8000-00000000000{i}"))];

    public CaseCommand Command(LocalDate today)
    {
        var (dice, on) = (new Dice(Dice), DaysAgo is { } days ? today.PlusDays(-days) : (LocalDate?)null);
        Instant? At() => (on ?? today).AtStartOfDayInZone(Drammen.Now.Zone).ToInstant() + Duration.FromMinutes(dice.Below(1500));
        return Act switch
        {
            Act.Receive when dice.OneIn(3) => new ReceiveCase(
                Number(dice),
                null,
                At(),
                Channel(dice),
                Source(dice),
                dice.Maybe(),
                dice.Maybe()
            ),
            Act.Receive when dice.OneIn(4) => new ReceiveCase(
                Number(dice),
                on ?? today,
                Resident: dice.OneIn(9) ? new() : new("Kari Nordmann", "kari@example.no"),
                Summary: "She waits for an answer"
            ),
            Act.Receive => new ReceiveCase(
                Number(dice),
                on ?? today,
                null,
                Channel(dice),
                Source(dice),
                dice.Mostly(),
                dice.Mostly(),
                Area(dice),
                Matters(dice),
                Units(dice)
            ),
            Act.Assess => new AssessCase(dice.Mostly(), dice.Mostly(), on),
            Act.Categorize => new CategorizeCase(Area(dice) ?? "health", Matters(dice), Units(dice), on),
            Act.Review => new ReviewHandling(on),
            Act.Request => Request(dice, today, on),
            Act.Respond => new ForRequest(dice.Of(Requests), new RegisterResponse(on, dice.OneIn(3) ? on?.PlusDays(-dice.Below(3)) : null)),
            Act.Reply => new ForRequest(
                dice.Of(Requests),
                new RegisterPreliminaryReply("A survey is awaited", on, dice.OneIn(2) ? today.PlusDays(dice.Below(40)) : null)
            ),
            Act.Remind => new ForRequest(dice.Of(Requests), new SendReminder(on)),
            Act.Suspend => new ForRequest(
                dice.Of(Requests),
                new SuspendDeadline(dice.Of(Enum.GetValues<PauseReason>()), dice.OneIn(2) ? null : on)
            ),
            Act.Resume => new ForRequest(dice.Of(Requests), new ResumeDeadline(on)),
            Act.Extend => new ForRequest(dice.Of(Requests), new ExtendDeadline(today.PlusDays(dice.Below(60)), "Illness", on)),
            Act.Recompute => new ForRequest(dice.Of(Requests), new RecomputeDeadline()),
            Act.Waive => new ForRequest(dice.Of(Requests), new WaiveDeadline("Settled by telephone", on)),
            Act.Watch => new ForRequest(dice.Of(Requests), new RecordOverdue(today.AtStartOfDayInZone(Drammen.Now.Zone).ToInstant())),
            Act.Close => new CloseCase(dice.Of("guided", "criticism", "guided", dice.OneIn(9) ? "shrug" : "criticism"), on),
            Act.Reopen => new ReopenCase(on),
            Act.Note => new AddNote(dice.OneIn(9) ? " " : "Ring back on Friday", on),
            Act.Deliver => new DeliverToArchive(on),
            Act.Void => new VoidCase("A test"),
            Act.Correct when dice.OneIn(4) => new CorrectCase("Misread", ReceivedAt: At(), ClosedOn: dice.OneIn(2) ? today : null),
            Act.Correct => new CorrectCase(
                dice.OneIn(9) ? "" : "Misread",
                dice.OneIn(3) ? Number(dice) : null,
                dice.OneIn(2) ? on : null,
                null,
                dice.OneIn(3) ? Channel(dice) : null,
                dice.OneIn(3) ? Source(dice) : null,
                dice.OneIn(2) ? on?.PlusDays(dice.Below(9)) : null
            ),
            _ => throw new InvalidOperationException($"{Act}?"),
        };
    }

    private static RequestResponse Request(Dice dice, LocalDate today, LocalDate? on)
    {
        var rules = Rules(dice);
        var set = rules?.Contains("ombud.request") == true ? !dice.OneIn(9) : dice.OneIn(9);
        return new(
            Units(dice).FirstOrDefault("schools"),
            on,
            dice.Of(Requests),
            rules,
            dice.OneIn(3) ? on?.PlusDays(-dice.Below(40)) : null,
            DueOn: set ? today.PlusDays(dice.Below(30)) : null
        );
    }

    private static string[]? Rules(Dice dice) =>
        dice.Of<string[]?>(
            null,
            ["NO.fvl.11a.preliminary-reply"],
            ["ombud.request"],
            ["drammen.reply"],
            ["NO.pbl.21-7.building-application", "drammen.reply"],
            dice.OneIn(9) ? ["NO.unheard-of"] : ["drammen.reply", "ombud.request"]
        );

    private static string? Number(Dice dice) =>
        dice.OneIn(4) ? null
        : dice.OneIn(20) ? " "
        : $"DR-{dice.Below(12)}";

    private static string? Channel(Dice dice) => dice.Of("email", "phone", null, dice.OneIn(9) ? "pigeon" : "email");

    private static string? Source(Dice dice) => dice.Of("self", "politician", null);

    private static string? Area(Dice dice) => dice.Of("health", "transport", "other", null, dice.OneIn(9) ? "space_travel" : "health");

    private static string[] Matters(Dice dice) =>
        dice.Of<string[]>(
            [],
            ["late_or_no_reply"],
            ["lack_of_information"],
            ["late_or_no_reply", "lack_of_information"],
            dice.OneIn(9) ? ["late_or_no_reply", "late_or_no_reply"] : ["lack_of_information", "late_or_no_reply"]
        );

    private static string[] Units(Dice dice) => dice.Of<string[]>([], ["schools"], ["building_office", "schools"]);
}

internal enum Act
{
    Receive,
    Assess,
    Categorize,
    Review,
    Request,
    Respond,
    Reply,
    Remind,
    Suspend,
    Resume,
    Extend,
    Recompute,
    Waive,
    Watch,
    Close,
    Reopen,
    Void,
    Note,
    Deliver,
    Correct,
}
