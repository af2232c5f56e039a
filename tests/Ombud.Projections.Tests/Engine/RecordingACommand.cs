using Ombud.Domain.Cases;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Tests.Engine;

public sealed class RecordingACommand(OmbudDatabase database) : IClassFixture<OmbudDatabase>
{
    private static readonly ReceiveCase Received = new("DR-1", new(2023, 5, 1));

    [Fact]
    public async Task is_refused_where_another_case_has_the_number()
    {
        var office = new Office(database, "numbers");
        await office.RecordAsync(Office.Id(1), Received);
        (await office.RecordAsync(Office.Id(2), Received))
            .ShouldBeOfType<Outcome<Case>.Refused>()
            .Refusal.ShouldBe(CaseRefusals.NumberTaken);
        (await office.EventsAsync(3)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task may_take_a_number_that_was_given_up_or_is_another_offices()
    {
        var office = new Office(database, "free_numbers");
        await office.RecordAsync(Office.Id(1), Received);
        await office.RecordAsync(Office.Id(1), new VoidCase("A test"));
        (await office.RecordAsync(Office.Id(2), Received)).ShouldBeOfType<Outcome<Case>.Recorded>();
        (await new Office(database, "others").RecordAsync(Office.Id(2), Received)).ShouldBeOfType<Outcome<Case>.Recorded>();
    }

    [Fact]
    public async Task is_still_refused_by_its_number_after_a_rebuild()
    {
        var office = new Office(database, "rebuilt_numbers");
        await office.RecordAsync(Office.Id(1), Received);
        await database.RebuildAllAsync();
        (await office.RecordAsync(Office.Id(2), Received))
            .ShouldBeOfType<Outcome<Case>.Refused>()
            .Refusal.ShouldBe(CaseRefusals.NumberTaken);
    }

    [Fact]
    public async Task that_changes_nothing_writes_nothing()
    {
        var office = new Office(database, "retries");
        await office.RecordAsync(Office.Id(1), Received);
        await office.RecordAsync(Office.Id(1), new CloseCase("guided"));
        var again = (await office.RecordAsync(Office.Id(1), new CloseCase("guided"))).ShouldBeOfType<Outcome<Case>.Recorded>();
        (again.Version, again.RecordedAt).ShouldBe((2, null));
        (await office.EventsAsync(2)).Count.ShouldBe(2);
    }
}
