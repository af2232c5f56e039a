using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Meetings;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;
using Ombud.Domain.Tests.Cases;

namespace Ombud.Domain.Tests.Municipalities;

/// <summary>
/// A code that was in force on the day that something happened is taken whenever it is typed; one that was not is refused, and the list
/// and its version are named.
/// </summary>
public sealed class ListLaws
{
    private static readonly LocalDate Beginning = new(2025, 1, 1);

    /// <param name="From">The first day of the code, as days after the beginning; null for none.</param>
    /// <param name="To">The last, likewise.</param>
    /// <param name="Happened">The day of what happened, likewise.</param>
    /// <param name="Later">How many days later it was typed.</param>
    private sealed record Situation(int? From, int? To, int Happened, int Later)
    {
        public LocalDate Day => Beginning.PlusDays(Happened);
        public LocalDate Typed => Day.PlusDays(Later);
        public bool InForce => !(Happened < From) && !(Happened > To);
        public Code Code => new("asked", "Kode", "Kode", "Code", On(From), On(To));

        private static LocalDate? On(int? days) => days is { } after ? Beginning.PlusDays(after) : null;
    }

    private static Gen<Situation> Situations =>
        from end in Gen.Choose(0, 3)
        from length in Gen.Choose(0, 40)
        from start in Gen.Choose(0, 60)
        from happened in Gen.Choose(0, 100)
        from later in Gen.Choose(0, 400)
        select new Situation((end & 1) == 0 ? null : start, (end & 2) == 0 ? null : start + length, happened, later);

    [Fact]
    public void a_code_is_judged_by_the_list_of_the_day_whenever_it_is_typed() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                Situations.ToArbitrary(),
                situation =>
                    Decisions(situation)
                        .All(each =>
                            AsItShould(each.Decision, situation, each.Field, each.List)
                                ? true
                                : throw new InvalidOperationException($"{each.Field} of {each.List}: {Said(each.Decision)}")
                        )
            )
        );

    [Fact]
    public void random_situations_are_worth_it() =>
        Situations
            .Sample(500)
            .Select(situation => (situation.From is null, situation.To is null, situation.InForce))
            .Distinct()
            .Count()
            .ShouldBe(7);

    private static bool AsItShould(Decision decision, Situation situation, string field, string list) =>
        situation.InForce
            ? decision is Decision.Accepted({ Count: > 0 })
            : decision is Decision.Invalid([{ Code: "unknown_code", ListVersion: 2 } fault])
                && (fault.Field, fault.List) == (field, list)
                && fault.Detail.Contains($"{situation.Day:uuuu-MM-dd}", StringComparison.Ordinal);

    private static string Said(Decision decision) => decision is Decision.Invalid(var faults) ? string.Join("; ", faults) : $"{decision}";

    private static IEnumerable<(Decision Decision, string Field, string List)> Decisions(Situation situation)
    {
        IReadOnlyList<Code> list = [new("other", "Annen", "Anden", "Other"), situation.Code];
        var municipality = Municipality.Evolve(
            Drammen.Now,
            Drammen.Configuration with
            {
                ServiceAreas = list,
                Matters = list,
                Channels = list,
                ReferralSources = list,
                Units = list,
                Outcomes = list,
                Bodies = list,
            }
        );
        var (day, typed) = (situation.Day, situation.Typed);
        var received = Case.Evolve(null, new CaseReceived(day, null, null, null, null));
        yield return (Decide(null, new ReceiveCase(ReceivedOn: day, Channel: "asked")), "channel", "channels");
        yield return (Decide(null, new ReceiveCase(ReceivedOn: day, ReferralSource: "asked")), "referralSource", "referralSources");
        yield return (Decide(null, new ReceiveCase(ReceivedOn: day, Matters: ["other", "asked"])), "matters[1]", "matters");
        yield return (Decide(received, new CategorizeCase("asked", ["other"])), "serviceArea", "serviceAreas");
        yield return (Decide(received, new CategorizeCase("other", ["other"], ["asked"], typed)), "units[0]", "units");
        yield return (Decide(received, new CorrectCase("Misread", Channel: "asked")), "channel", "channels");
        yield return (Decide(received, new RequestResponse("asked", day)), "unit", "units");
        var asked = Case.Evolve(received, new ResponseRequested(day, TheCase.Request, "other"));
        yield return (Decide(asked, TheCase.For(new MoveRequest("asked", day))), "unit", "units");
        yield return (Decide(received, new CloseCase("asked", day)), "outcome", "outcomes");

        var report = Report.Evolve(
            null,
            new ReportRegistered(Beginning.PlusDays(-1), ReportKind.Annual, new(2023, 1, 1), new(2023, 12, 31), null)
        );
        yield return (CouncilDecider.Decide(report, new PresentReport("asked", Handling.Orientation, day), Checks(), []), "body", "bodies");
        yield return (MeetingDecider.Decide(null, Plan("asked", day), Checks()), "body", "bodies");
        yield return (
            RecommendationDecider.Decide(null, new IssueRecommendation("Answer", Addressees: ["asked"], IssuedOn: day), Checks()),
            "addressees[0]",
            "units"
        );

        PlanMeeting Plan(string body, LocalDate on) =>
            new(on, body, Kind: ReportKind.Annual, From: new(2023, 1, 1), To: new(2023, 12, 31), PlannedOn: LocalDate.Min(on, typed));

        FollowUpChecks Checks() => new(municipality, typed, new(_ => null, _ => null, _ => null));

        Decision Decide(Case? state, CaseCommand command) => CaseDecider.Decide(state, command, municipality, typed);
    }
}
