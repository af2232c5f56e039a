using NodaTime;
using Ombud.Domain.Recommendations;

namespace Ombud.Domain.Tests.Recommendations;

/// <summary>Situations that a recommendation can be in. It was issued on 1 March 2023, and today is 13 June.</summary>
internal sealed record TheRecommendation(params IReadOnlyList<object> Events)
{
    public static readonly LocalDate IssuedOn = References.PublishedOn;
    public static readonly LocalDate DayBeforeIssue = IssuedOn.PlusDays(-1);
    public static readonly LocalDate AssessedOn = new(2023, 5, 2);
    public static readonly LocalDate ClosedOn = new(2023, 5, 20);
    public static readonly LocalDate ReopenedOn = new(2023, 6, 1);
    public static readonly LocalDate Today = References.Today;
    public static readonly LocalDate Tomorrow = References.Tomorrow;
    public static readonly Guid AnswerId = new("a0000000-0000-4000-8000-000000000001");

    public Recommendation? State => Events.Aggregate((Recommendation?)null, Recommendation.Evolve);

    public static TheRecommendation Missing() => new();

    public static TheRecommendation Issued() =>
        new(new RecommendationIssued(IssuedOn, References.Report, "1", "Answer in writing", ["schools"], []));

    public static TheRecommendation Answered() =>
        Issued().And(Answering(new(Position: AdministrationPosition.Accepted, AnsweredOn: new(2023, 4, 3))));

    public static TheRecommendation Assessed() =>
        Issued().And(new AssessRecommendation(OmbudAssessment.Satisfied, "Seen on site", AssessedOn));

    public static TheRecommendation Stated() => Issued().And(new StateProgress("Seen on site", Progress.Implemented, AssessedOn));

    public static TheRecommendation Closed() =>
        Assessed().And(new CloseRecommendation(Closure.ClosedImplemented, "Done", ClosedOn: ClosedOn));

    public static TheRecommendation Superseded() =>
        Issued().And(new CloseRecommendation(Closure.ClosedSuperseded, SupersededBy: References.OtherRecommendation, ClosedOn: ClosedOn));

    public static TheRecommendation Reopened() => Closed().And(new ReopenRecommendation("New complaints", ReopenedOn));

    public static TheRecommendation Withdrawn() => Issued().And(new WithdrawRecommendation("A misunderstanding", ClosedOn));

    public static RegisterAnswerTo Answering(RegisterAnswer answer, Guid? id = null) =>
        new(id ?? AnswerId, [References.Recommendation], answer);

    /// <summary>With what a command records, which must be accepted.</summary>
    public TheRecommendation And(RecommendationCommand command) =>
        this with
        {
            Events = [.. Events, .. When(command).ShouldBeOfType<Decision.Accepted>().Events],
        };

    public Decision When(RecommendationCommand command) => RecommendationDecider.Decide(State, command, References.Checks());
}
