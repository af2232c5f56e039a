using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ombud.Domain.Measures;
using Ombud.Domain.Tests.Cases;

namespace Ombud.Domain.Tests.Measures;

/// <summary>
/// What holds whatever becomes known of a measure, in whatever order. A decision or a fold that throws breaks every one of these.
/// </summary>
public sealed class MeasureLaws
{
    private static readonly LocalDate Beginning = new(2023, 1, 2);

    private sealed record Step(
        Measure? Before,
        MeasureCommand Command,
        LocalDate Today,
        Decision Decision,
        Measure? After,
        IReadOnlyList<Measure> Been
    )
    {
        public Decision Again => MeasureDecider.Decide(After, Command, References.Checks(Today));
    }

    [Fact]
    public void every_status_that_was_ever_the_current_one_is_in_the_log() =>
        Always(step => step.Been.All(then => step.After!.Log.Any(entry => entry.Status == then.Status)));

    [Fact]
    public void the_log_is_in_order_of_the_days_and_loses_nothing() =>
        Always(step =>
            step.After is null
            || (
                step.After.Log.Zip(step.After.Log.Skip(1)).All(pair => pair.First.OccurredOn <= pair.Second.OccurredOn)
                && step.Been.All(then => then.Log.All(entry => step.After.Log.Contains(entry)))
            )
        );

    [Fact]
    public void it_is_never_completed_before_it_was_started() =>
        Always(step => step.After is null || !(step.After.CompletedOn < step.After.StartedOn));

    [Fact]
    public void it_has_a_day_of_completion_where_it_is_completed_and_nowhere_else() =>
        Always(step => step.After is null || step.After.Status == MeasureStatus.Completed == (step.After.CompletedOn is not null));

    [Fact]
    public void its_percentage_is_one_that_somebody_gave() =>
        Always(step => step.After?.Percent is not { } percent || step.After.Log.Any(entry => entry.Percent == percent));

    [Fact]
    public void each_slip_begins_where_another_window_ended_and_ends_in_one_that_was_given() =>
        Always(step => step.After is null || step.After.Slips.All(slip => Given(slip.From, step.After) && Given(slip.To, step.After)));

    [Fact]
    public void no_more_slips_are_counted_than_entries_that_report_one() =>
        Always(step =>
            step.After is null
            || step.After.Slips.Count <= step.After.Log.Count(entry => entry.Status == MeasureStatus.Postponed || entry.Window is not null)
        );

    [Fact]
    public void a_command_that_was_accepted_records_nothing_when_it_is_sent_again_or_is_refused() =>
        Always(step => step.Decision is not Decision.Accepted || step.Again is Decision.Accepted { Events.Count: 0 } or Decision.Refused);

    [Fact]
    public void a_command_that_was_not_accepted_gets_the_same_answer_again() =>
        Always(step => step.Decision is Decision.Accepted || step.Again.GetType() == step.Decision.GetType());

    [Fact]
    public void nothing_is_recorded_of_a_day_to_come() => Always(step => Events(step.Decision).All(e => e.OccurredOn <= step.Today));

    [Fact]
    public void it_answers_each_recommendation_once() =>
        Always(step => step.After is null || step.After.Recommendations.Distinct().Count() == step.After.Recommendations.Count);

    [Fact]
    public void faults_are_named_once_each() =>
        Always(step =>
            step.Decision is not Decision.Invalid(var faults)
            || (faults.Count > 0 && faults.Select(fault => (fault.Field, fault.Code)).Distinct().Count() == faults.Count)
        );

    [Fact]
    public void random_histories_are_worth_it()
    {
        var steps = Histories.Of(MeasureAction.Any, 40).Generator.Sample(1000).SelectMany(Applied).ToList();
        steps
            .SelectMany(step => Events(step.Decision))
            .Select(e => e.GetType())
            .Distinct()
            .ShouldBe(typeof(MeasureEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(MeasureEvent))), ignoreOrder: true);
        steps.Max(step => step.After?.Slips.Count).ShouldNotBeNull().ShouldBeGreaterThan(3);
    }

    private static bool Given(Window? window, Measure measure) => window is null || measure.Log.Any(entry => entry.Window == window);

    private static void Always(Func<Step, bool> law) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(Histories.Of(MeasureAction.Any, 40), actions => Applied(actions).All(law))
        );

    private static IEnumerable<MeasureEvent> Events(Decision decision) =>
        decision is Decision.Accepted(var events) ? events.Cast<MeasureEvent>() : [];

    private static IEnumerable<Step> Applied(MeasureAction[] actions)
    {
        var (state, today, been) = ((Measure?)null, Beginning, new List<Measure>());
        foreach (var action in actions)
        {
            today = today.PlusDays(action.Later);
            var command = action.Command(today);
            var decision = MeasureDecider.Decide(state, command, References.Checks(today));
            var after = Events(decision).Aggregate(state, Measure.Evolve);
            if (after is not null)
                been.Add(after);
            yield return new(state, command, today, decision, after, [.. been]);
            state = after;
        }
    }
}
