using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Entries;

namespace Ombud.Domain.Tests.Cases;

/// <summary>What holds whatever the office does, in whatever order. A decision or a fold that throws breaks every one of these.</summary>
public sealed class CaseLaws
{
    private static readonly LocalDate Beginning = new(2023, 1, 2);

    private sealed record Step(Case? Before, CaseCommand Command, LocalDate Today, Decision Decision, Case? After)
    {
        public Decision Again => CaseDecider.Decide(After, Command, Drammen.On(Today), Today, other: Other(Command));
    }

    [Fact]
    public void open_periods_never_end_before_they_begin_and_never_overlap() =>
        Always(step =>
            step.After is null
            || step.After.OpenPeriods.Zip(
                    [.. step.After.OpenPeriods.Skip(1), null],
                    (period, next) =>
                        next is null
                            ? period.ClosedOn is null || period.ClosedOn >= period.OpenedOn
                            : period.OpenedOn <= period.ClosedOn && period.ClosedOn <= next.OpenedOn
                )
                .All(holds => holds)
        );

    [Fact]
    public void the_first_open_period_begins_with_the_receipt() =>
        Always(step => step.After is null || step.After.OpenPeriods[0].OpenedOn == step.After.ReceivedOn);

    [Fact]
    public void a_moment_of_receipt_lies_on_the_day_of_receipt() =>
        Always(step => step.After?.ReceivedAt is not { } moment || Drammen.Now.DayOf(moment) == step.After.ReceivedOn);

    [Fact]
    public void a_period_that_was_closed_has_an_outcome_and_one_that_is_open_has_none() =>
        Always(step => step.After is null || step.After.OpenPeriods.All(period => (period.ClosedOn is null) == (period.Outcome is null)));

    [Fact]
    public void a_command_that_was_accepted_records_nothing_when_it_is_sent_again_or_is_refused() =>
        Always(step =>
            // What notes and residents say is enciphered, so nobody can tell whether it is there already: it is recorded again.
            Events(step.Decision).Any(e => e is NoteAdded or CaseCorrected { Resident: not null })
            || step.Decision is not Decision.Accepted
            || step.Again is Decision.Accepted { Events.Count: 0 } or Decision.Refused
        );

    [Fact]
    public void a_command_that_was_not_accepted_gets_the_same_answer_again() =>
        Always(step => step.Decision is Decision.Accepted || step.Again.GetType() == step.Decision.GetType());

    [Fact]
    public void nothing_is_recorded_of_a_day_to_come_or_before_the_configuration() =>
        Always(step => Events(step.Decision).All(e => e.OccurredOn <= step.Today && e.OccurredOn >= Drammen.InForceFrom));

    [Fact]
    public void a_voided_case_stays_as_it_is_unless_the_voiding_is_withdrawn() =>
        Always(step =>
            step.Before is not { Voided: true }
            || ReferenceEquals(step.Before, step.After)
            || (step.Command is WithdrawCaseEntry withdrawal && step.Before.Entries.At(withdrawal.Version) is CaseVoided)
        );

    [Fact]
    public void a_duplicate_is_counted_nowhere_and_stays_as_it_is_unless_the_merging_is_withdrawn() =>
        Always(step =>
            step.Before is not { MergedInto: not null }
            || (
                !step.Before.Counted
                && (
                    ReferenceEquals(step.Before, step.After)
                    || (step.Command is WithdrawCaseEntry withdrawal && step.Before.Entries.At(withdrawal.Version) is CaseMerged)
                )
            )
        );

    [Fact]
    public void no_order_of_commands_corrections_and_withdrawals_leads_to_a_contradiction() =>
        Always(step =>
            step.After is null
            || !Withdrawing.Contradictions(step.After.Entries.Standing(), new CaseInvariants(Drammen.On(step.Today))).Any()
        );

    [Fact]
    public void a_withdrawal_leads_to_what_would_be_without_the_entry() =>
        Always(step =>
            step.Command is not WithdrawCaseEntry
            || step.After is null
            || Decisions.Text(step.After) == Decisions.Text(Folding.Fold<Case>(step.After.Entries.Standing().Select(each => each.Event))!)
        );

    [Fact]
    public void faults_are_named_once_each() =>
        Always(step =>
            step.Decision is not Decision.Invalid(var faults)
            || (faults.Count > 0 && faults.Select(fault => (fault.Field, fault.Code)).Distinct().Count() == faults.Count)
        );

    [Fact]
    public void events_that_are_not_known_change_nothing() =>
        Always(step => step.After is null || Case.Evolve(step.After, new object()) == step.After);

    // A recommendation that rests on a case is decided with the recommendation, that a duplicate was merged with the duplicate.
    [Fact]
    public void random_histories_are_worth_it() =>
        Histories
            .Arbitrary(60)
            .Generator.Sample(2000)
            .SelectMany(Applied)
            .SelectMany(step => Events(step.Decision))
            .Select(e => e.GetType())
            .Distinct()
            .ShouldBe(
                typeof(CaseEvent)
                    .Assembly.GetTypes()
                    .Where(type =>
                        type.IsSubclassOf(typeof(CaseEvent))
                        && type != typeof(DuplicateMerged)
                        && type != typeof(RecommendationLinked)
                        && type != typeof(PersonalDataErased)
                    )
                    .Append(typeof(EntryWithdrawn)),
                ignoreOrder: true
            );

    private static void Always(Func<Step, bool> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Histories.Arbitrary(60), actions => Applied(actions).All(law)));

    private static IEnumerable<IOccurred> Events(Decision decision) =>
        decision is Decision.Accepted(var events) ? events.Cast<IOccurred>() : [];

    /// <summary>One is a case, one a duplicate itself, and of the others there are none.</summary>
    private static Case? Other(CaseCommand command)
    {
        if (command is not (MergeCase or LinkCase))
            return null;
        var (id, other) = (
            command is MergeCase merge ? merge.CaseId : ((LinkCase)command).CaseId,
            Case.Evolve(null, new CaseReceived(Beginning, null, null, null, null))
        );
        return id == CaseAction.CaseId(0) ? other
            : id == CaseAction.CaseId(1) ? Case.Evolve(other, new CaseMerged(Beginning, CaseAction.CaseId(0)))
            : null;
    }

    private static IEnumerable<Step> Applied(CaseAction[] actions)
    {
        var (state, today) = ((Case?)null, Beginning);
        foreach (var action in actions)
        {
            today = today.PlusDays(action.Later);
            var command = action.Command(today);
            var decision = CaseDecider.Decide(state, command, Drammen.On(today), today, other: Other(command));
            var after = Events(decision).Aggregate(state, Case.Evolve);
            yield return new(state, command, today, decision, after);
            state = after;
        }
    }
}
