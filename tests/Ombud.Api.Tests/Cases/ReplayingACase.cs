using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Ombud.Api.Cases.History;
using Ombud.Api.CommandLine.Replay;
using Ombud.Api.Pages;
using Ombud.Api.Terminal;
using Ombud.Domain.Municipalities;
using Ombud.Integrity;
using Ombud.Projections.Municipalities;
using Spectre.Console;

namespace Ombud.Api.Tests.Cases;

/// <summary>The history of a case at the command line.</summary>
public sealed class ReplayingACase(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task prints_every_event_in_order_where_nobody_looks()
    {
        var story = await AFollowedUpCase.OfAsync(api);
        var (code, text) = await RunAsync(new("drammen", story.Id, null, "en"));
        code.ShouldBe(0);
        var at = -1;
        foreach (
            var said in new[]
            {
                "1. Inquiry received",
                "2. Inquiry assessed",
                "Recommendation issued",
                "3. Basis of a recommendation",
                "Follow-up logged",
                "Report presented",
                "Decision made",
                "Recommendation assessed",
                "4. Closed",
            }
        )
            (at = text.IndexOf(said, at + 1, StringComparison.Ordinal)).ShouldBeGreaterThan(-1, said);
        text.ShouldContain("local-developer");
        text.ShouldNotContain('\u001b');
        foreach (var entry in await story.EntriesAsync())
            text.ShouldContain((string)entry["seal"]!["hash"]!);
    }

    [Theory]
    [InlineData("nb", "Utfall", "Veiledet")]
    [InlineData("da", "Udfald", "Vejledt")]
    [InlineData("en", "Outcome", "Guided")]
    public async Task speaks_the_language_that_is_asked_for(string language, string field, string value)
    {
        var (_, text) = await RunAsync(new("drammen", (await api.ClosedAsync()).Split('/')[^1], null, language));
        text.Split('\n')
            .ShouldContain(line => line.Contains(field, StringComparison.Ordinal) && line.Contains(value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task finds_a_case_by_its_number_also_where_it_is_voided()
    {
        var voided = await api.ReceiveAsync(new { receivedOn = "2023-03-07", number = "R-1" });
        await api.DoAsync($"{voided}/voiding", new { reason = "Registered twice" });
        (await RunAsync(new("drammen", "R-1", null, "en"))).Text.ShouldContain("2. Voided");
        await api.ReceiveAsync(new { receivedOn = "2023-03-06", number = "R-1" });
        (await RunAsync(new("drammen", "R-1", null, "en"))).Text.ShouldNotContain("Voided");
    }

    [Fact]
    public async Task shows_what_was_on_record_then()
    {
        var story = await AFollowedUpCase.OfAsync(api);
        var linked = (string)(await story.EntriesAsync())[3]["recordedAt"]!;
        var (_, text) = await RunAsync(new("drammen", story.Id, InstantPattern.ExtendedIso.Parse(linked).Value, "en"));
        text.ShouldContain("3. Basis of a recommendation");
        text.ShouldNotContain("Follow-up logged");
    }

    [Theory]
    [InlineData("drammen", "no such case", null)]
    [InlineData("drammen", "0197a3c4-5f00-7000-8000-000000000001", null)]
    [InlineData("drammen", "6d756e69-6369-4061-8000-6f6d62756400", null)]
    [InlineData("atlantis", "R-1", null)]
    [InlineData("drammen", "R-1", "2999-01-01T00:00:00Z")]
    public async Task refuses_what_is_not_there(string municipality, string name, string? asOf)
    {
        var (code, text) = await RunAsync(
            new(municipality, name, asOf is null ? null : InstantPattern.ExtendedIso.Parse(asOf).Value, null)
        );
        (code, text).ShouldBe((1, ""));
    }

    [Fact]
    public async Task does_not_reveal_the_cases_of_others() =>
        (await RunAsync(new("ringsted", (await api.ReceivedAsync()).Split('/')[^1], null, null))).ShouldBe((1, ""));

    [Theory]
    [InlineData("Enter RightArrow Spacebar Q", "1 2 3 4")]
    [InlineData("RightArrow LeftArrow LeftArrow Escape", "1 2 1 1")]
    [InlineData("End Home X End Enter", "1 4 1 1 4")]
    [InlineData("Enter", "1 2")]
    public async Task steps_by_key_until_the_end_or_until_there_are_no_more_keys(string keys, string shown)
    {
        var address = await api.ClosedAsync();
        var municipality = (Municipality)
            (await api.Services.GetRequiredService<MunicipalityDirectory>().AsOfAsync("drammen", null, OmbudApi.Cancel))!;
        var (text, history) = (new StringWriter(), api.Services.GetRequiredService<CaseHistory>());
        var id = Guid.Parse(address.Split('/')[^1]);
        var store = api.Services.GetRequiredService<TenantEventStore>();
        var events = await store.FetchStreamAsync("drammen", id, OmbudApi.Cancel);
        var entries = await history.AllAsync("drammen", id, Projections.OmbudStreams.Case.Fold(events)!, events, null, OmbudApi.Cancel);
        var account = new HistoryPrinter(
            new(municipality, id, null, Instant.FromUtc(2023, 6, 13, 13, 0), entries),
            new TextFormat("en", DateTimeZone.Utc),
            Plain(text)
        );
        var pressed = new Queue<ConsoleKey>(keys.Split(' ').Select(Enum.Parse<ConsoleKey>));
        await ReplaySteps.RunAsync(
            account,
            entries.Count,
            _ => Task.FromResult<ConsoleKeyInfo?>(pressed.TryDequeue(out var key) ? new('\0', key, false, false, false) : null),
            OmbudApi.Cancel
        );
        text.ToString()
            .Split('\n')
            .Where(line => line.Contains("q quit", StringComparison.Ordinal))
            .Select(line => line.Trim().Split('/')[0])
            .ShouldBe(shown.Split(' '));
    }

    [Theory]
    [InlineData("", "Required argument")]
    [InlineData("R-1 --as-of yesterday", "'yesterday' is not a moment")]
    [InlineData("R-1 --language sv", "'sv'")]
    public void says_what_is_wrong_with_what_was_asked(string options, string said) =>
        ReplayCommand.Create(new Screen(AnsiConsole.Console)).Parse(options).Errors.ShouldContain(error => error.Message.Contains(said));

    private static IAnsiConsole Plain(TextWriter text) =>
        AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(text),
            }
        );

    private async Task<(int Code, string Text)> RunAsync(ReplayCommand.Wanted wanted)
    {
        var text = new StringWriter();
        return (await ReplayCommand.RunAsync(api.Services, new Screen(Plain(text)), wanted, OmbudApi.Cancel), text.ToString());
    }
}
