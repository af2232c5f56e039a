using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;

namespace Ombud.Domain.Tests.Cases;

/// <summary>Situations that a case can be in. It was received on 2 May 2023, and today is 13 June.</summary>
internal sealed record TheCase(params IReadOnlyList<object> Events)
{
    public static readonly LocalDate ReceivedOn = new(2023, 5, 2);
    public static readonly LocalDate ClosedOn = new(2023, 5, 20);
    public static readonly LocalDate ReopenedOn = new(2023, 6, 1);
    public static readonly LocalDate Today = new(2023, 6, 13);
    public static readonly LocalDate Tomorrow = new(2023, 6, 14);
    public static readonly LocalDate BeforeDrammenBegan = new(2018, 7, 31);
    public static readonly Guid Request = new("a0000000-0000-4000-8000-000000000001");
    public static readonly Guid OtherRequest = new("a0000000-0000-4000-8000-000000000002");

    public Municipality Municipality { get; init; } = Drammen.Now;

    public Case? State => Events.Aggregate((Case?)null, Case.Evolve);

    public static TheCase Missing() => new();

    public static TheCase Received() => new(new CaseReceived(ReceivedOn, "DR-2023-001", null, "email", "self"));

    public static TheCase Assessed() => Received().Then(new CaseAssessed(ReceivedOn, true, true));

    public static TheCase Categorized() =>
        Received().Then(new CaseCategorized(ReceivedOn, "health", ["late_or_no_reply", "lack_of_information"], ["schools"]));

    public static TheCase Reviewed() => Received().Then(new HandlingReviewed(new(2023, 5, 10)));

    public static TheCase AwaitingResponse() => Received().Then(new ResponseRequested(new(2023, 5, 5), Request, "schools"));

    public static TheCase UnderDrammensRule() => Asked("drammen.reply");

    public static TheCase UnderTheLaw() => Asked("NO.fvl.11a.preliminary-reply");

    public static TheCase AskedByTheOmbud() => Asked("ombud.request", new(2023, 6, 30));

    public static TheCase Paused() => UnderDrammensRule().And(new SuspendDeadline(PauseReason.AwaitingOtherBody, new(2023, 6, 1)));

    public static TheCase Answered() => AwaitingResponse().Then(new ResponseReceived(new(2023, 5, 25), Request));

    public static TheCase Closed() => Received().Then(new CaseClosed(ClosedOn, "guided"));

    public static TheCase Reopened() => Closed().Then(new CaseReopened(ReopenedOn));

    public static TheCase ClosedAgain() => Reopened().Then(new CaseClosed(new(2023, 6, 10), "criticism"));

    public static TheCase Voided() => Received().Then(new CaseVoided(new(2023, 5, 3), "A test"));

    public static ForRequest For(RequestCommand command) => new(Request, command);

    /// <summary>The response request of this case.</summary>
    public ResponseRequest TheRequest => State!.ResponseRequests.Single();

    /// <summary>With what a command on its response request records, which must be accepted.</summary>
    public TheCase And(RequestCommand command, LocalDate? today = null) =>
        Then(When(For(command), today).ShouldBeOfType<Decision.Accepted>().Events);

    private static TheCase Asked(string rule, LocalDate? dueOn = null) =>
        Received()
            .Then(
                Received()
                    .When(new RequestResponse("schools", new(2023, 5, 5), Request, [rule], DueOn: dueOn), new(2023, 5, 5))
                    .ShouldBeOfType<Decision.Accepted>()
                    .Events
            );

    public TheCase Then(params IReadOnlyList<object> more) => this with { Events = [.. Events, .. more] };

    public Decision When(CaseCommand command, LocalDate? today = null) => CaseDecider.Decide(State, command, Municipality, today ?? Today);
}
