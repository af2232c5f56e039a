using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Tests.Cases;

namespace Ombud.Domain.Tests.Recommendations;

/// <summary>
/// What holds whatever is done about a recommendation, in whatever order. A decision or a fold that throws breaks every one of these.
/// </summary>
public sealed class RecommendationLaws
{
    private static readonly LocalDate Beginning = References.PublishedOn;

    private sealed record Step(
        Recommendation? Before,
        RecommendationCommand Command,
        LocalDate Today,
        Decision Decision,
        Recommendation? After
    )
    {
        public Decision Again => RecommendationDecider.Decide(After, Command, References.Checks(Today));
    }

    [Fact]
    public void only_the_ombuds_own_commands_change_whether_it_is_closed() =>
        Always(step =>
            step.Before?.Closure == step.After?.Closure
            || step.Before is null
            || step.Command is CloseRecommendation or WithdrawRecommendation or ReopenRecommendation
        );

    [Fact]
    public void no_axis_follows_from_another() =>
        Always(step =>
            step.Before is null
            || step.After is null
            || new[]
            {
                step.Before.AdministrationPosition != step.After.AdministrationPosition && step.Command is not RegisterAnswerTo,
                step.Before.Assessment != step.After.Assessment && step.Command is not AssessRecommendation,
                step.Before.StatedProgress != step.After.StatedProgress && step.Command is not StateProgress,
            }.All(wrong => !wrong)
        );

    [Fact]
    public void what_is_closed_as_done_or_not_done_was_assessed() =>
        Always(step =>
            step.After?.Closure is not (Closure.ClosedImplemented or Closure.ClosedNotImplemented)
            || step.After.Assessment != OmbudAssessment.NotAssessed
        );

    [Fact]
    public void it_is_closed_on_a_day_or_open() =>
        Always(step => step.After is null || step.After.Closure == Closure.Open == (step.After.ClosedOn is null));

    [Fact]
    public void a_command_that_was_accepted_records_nothing_when_it_is_sent_again_or_is_refused() =>
        Always(step => step.Decision is not Decision.Accepted || step.Again is Decision.Accepted { Events.Count: 0 } or Decision.Refused);

    [Fact]
    public void a_command_that_was_not_accepted_gets_the_same_answer_again() =>
        Always(step => step.Decision is Decision.Accepted || step.Again.GetType() == step.Decision.GetType());

    [Fact]
    public void nothing_is_recorded_of_a_day_to_come_or_before_it_was_issued() =>
        Always(step =>
            Events(step.Decision)
                .All(e => e.OccurredOn <= step.Today && (e is RecommendationIssued || e.OccurredOn >= step.After!.IssuedOn))
        );

    [Fact]
    public void what_has_the_latest_day_is_what_applies() =>
        Always(step =>
            step.After is null
            || (
                (step.After.Assessments.Count == 0 || step.After.AssessedOn == step.After.Assessments.Max(each => each.OccurredOn))
                && step.After.Answers.Zip(step.After.Answers.Skip(1)).All(pair => pair.First.AnsweredOn <= pair.Second.AnsweredOn)
            )
        );

    [Fact]
    public void faults_are_named_once_each() =>
        Always(step =>
            step.Decision is not Decision.Invalid(var faults)
            || (faults.Count > 0 && faults.Select(fault => (fault.Field, fault.Code)).Distinct().Count() == faults.Count)
        );

    [Fact]
    public void random_histories_are_worth_it() =>
        Histories
            .Of(RecommendationAction.Any, 40)
            .Generator.Sample(1000)
            .SelectMany(Applied)
            .SelectMany(step => Events(step.Decision))
            .Select(e => e.GetType())
            .Distinct()
            .ShouldBe(
                typeof(RecommendationEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RecommendationEvent))),
                ignoreOrder: true
            );

    private static void Always(Func<Step, bool> law) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(Histories.Of(RecommendationAction.Any, 40), actions => Applied(actions).All(law))
        );

    private static IEnumerable<RecommendationEvent> Events(Decision decision) =>
        decision is Decision.Accepted(var events) ? events.Cast<RecommendationEvent>() : [];

    private static IEnumerable<Step> Applied(RecommendationAction[] actions)
    {
        var (state, today) = ((Recommendation?)null, Beginning);
        foreach (var action in actions)
        {
            today = today.PlusDays(action.Later);
            var command = action.Command(today);
            var decision = RecommendationDecider.Decide(state, command, References.Checks(today));
            var after = Events(decision).Aggregate(state, Recommendation.Evolve);
            yield return new(state, command, today, decision, after);
            state = after;
        }
    }
}
