using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ombud.Domain.Entries;
using Ombud.Domain.Reports;
using Ombud.Domain.ReportTexts;
using Ombud.Domain.Tests.Cases;

namespace Ombud.Domain.Tests.ReportTexts;

/// <summary>What holds of a text whatever is written, removed, withdrawn and replaced, in whatever order.</summary>
public sealed class ReportTextLaws
{
    private static readonly ReportTextBegun Beginning = new(
        References.PublishedOn,
        ReportKind.Status,
        new(2023, 1, 1),
        new(2023, 6, 13),
        "nb"
    );

    /// <param name="Events">All that was recorded by then.</param>
    private sealed record Step(
        ReportText Before,
        ReportTextCommand Command,
        Decision Decision,
        ReportText After,
        IReadOnlyList<object> Events
    );

    [Fact]
    public void it_says_what_the_entries_that_stand_say() =>
        Always(step => Said(step.After) == Expected(step.After.Entries.Standing().Select(each => each.Event)));

    [Fact]
    public void a_version_says_for_ever_what_it_said() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll(
                Histories.Of(Any, 30),
                seeds =>
                {
                    var steps = Applied(seeds).ToList();
                    return steps.All(step =>
                        Said(steps[^1].Events.Take(step.Events.Count).Aggregate((ReportText?)null, ReportText.Evolve)!) == Said(step.After)
                    );
                }
            )
        );

    [Fact]
    public void no_withdrawal_leaves_a_removal_of_what_is_not_there() =>
        Always(step => !Withdrawing.Contradictions(step.After.Entries.Standing(), new ReportTextInvariants()).Any());

    [Fact]
    public void a_withdrawal_without_replacement_leaves_all_other_sections_as_they_were() =>
        Always(step =>
            step
                is not {
                    Command: WithdrawReportTextEntry { Replacement: null } withdrawal,
                    Decision: Decision.Accepted { Events.Count: > 0 }
                }
            || step.Before.Entries.At(withdrawal.Version) is not ReportTextWritten written
            || Sections(step.Before)
                .Where(each => each.Key != Key(written.Section, written.Table, written.FindingId))
                .OrderBy(each => each.Key)
                .SequenceEqual(
                    Sections(step.After)
                        .Where(each => each.Key != Key(written.Section, written.Table, written.FindingId))
                        .OrderBy(each => each.Key)
                )
        );

    [Fact]
    public void findings_stand_by_their_places() =>
        Always(step =>
            step.After.Findings.Zip(step.After.Findings.Skip(1))
                .All(pair => (pair.First.Place ?? int.MaxValue) <= (pair.Second.Place ?? int.MaxValue))
        );

    [Fact]
    public void random_histories_are_worth_it() =>
        Histories
            .Of(Any, 30)
            .Generator.Sample(300)
            .SelectMany(Applied)
            .SelectMany(step => step.Decision is Decision.Accepted(var events) ? events : [])
            .Select(e => e.GetType())
            .Distinct()
            .ShouldBe([typeof(ReportTextWritten), typeof(ReportTextRemoved), typeof(EntryWithdrawn)], ignoreOrder: true);

    private static Gen<int> Any { get; } = Gen.Choose(0, 1_000_000);

    private static void Always(Func<Step, bool> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Histories.Of(Any, 30), seeds => Applied(seeds).All(law)));

    private static IEnumerable<Step> Applied(int[] seeds)
    {
        var (state, events) = (ReportText.Evolve(null, Beginning), new List<object> { Beginning });
        foreach (var seed in seeds)
        {
            var command = Command(new SeededRandom(seed), events.Count);
            var decision = ReportTextDecider.Decide(state, command, References.Checks(), WritingAReportText.Rules);
            List<object> recorded = decision is Decision.Accepted(var accepted) ? [.. accepted] : [];
            events.AddRange(recorded);
            var after = recorded.Aggregate(state, ReportText.Evolve);
            yield return new(state, command, decision, after, [.. events]);
            state = after;
        }
    }

    private static ReportTextCommand Command(SeededRandom random, int versions) =>
        random.Below(6) switch
        {
            0 => new RemoveReportText(TextSection.Comment, random.Of("by-month", "flow")),
            1 => random.OneIn(2)
                ? new RemoveReportText(TextSection.Introduction)
                : new RemoveReportText(TextSection.Finding, FindingId: Id(random)),
            2 => new WithdrawReportTextEntry(1 + random.Below(versions), "Mistyped", random.OneIn(2) ? null : Write(random)),
            _ => Write(random),
        };

    private static WriteReportText Write(SeededRandom random)
    {
        var words = $"Ord {random.Below(5)}";
        return random.Below(3) switch
        {
            0 => new(TextSection.Introduction, words),
            1 => new(TextSection.Comment, words, random.Of("by-month", "flow")),
            _ => new(TextSection.Finding, words, null, Id(random), random.Of("Sent", "Taust"), random.Of<int?>(null, 1, 2)),
        };
    }

    private static Guid Id(SeededRandom random) => new($"a1000000-0000-4000-8000-{random.Below(3):D12}");

    private static string Key(TextSection section, string? table, Guid? finding) => $"{section} {table}{finding}";

    private static IEnumerable<KeyValuePair<string, string>> Sections(ReportText text) =>
        [
            .. text.Introduction is { } introduction
                ? [new(Key(TextSection.Introduction, null, null), introduction)]
                : Array.Empty<KeyValuePair<string, string>>(),
            .. text.Comments.Select(each => KeyValuePair.Create(Key(TextSection.Comment, each.Table, null), each.Markdown)),
            .. text.Findings.Select(each =>
                KeyValuePair.Create(Key(TextSection.Finding, null, each.Id), $"{each.Heading}: {each.Markdown}")
            ),
        ];

    private static string Said(ReportText text) => Joined(Sections(text));

    /// <summary>Counted apart from the program: a map of sections, written and removed one by one.</summary>
    private static string Expected(IEnumerable<object> standing)
    {
        var sections = new Dictionary<string, string>();
        foreach (var entry in standing)
            if (entry is ReportTextWritten written)
                sections[Key(written.Section, written.Table, written.FindingId)] = written.Heading is { } heading
                    ? $"{heading}: {written.Markdown}"
                    : written.Markdown;
            else if (entry is ReportTextRemoved removed)
                sections.Remove(Key(removed.Section, removed.Table, removed.FindingId));
        return Joined(sections);
    }

    private static string Joined(IEnumerable<KeyValuePair<string, string>> sections) =>
        string.Join("; ", sections.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key} = {each.Value}"));
}
