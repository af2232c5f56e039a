using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Projections.Cases;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Tests.Engine;

/// <summary>A number is one case's at any moment. A rebuild that looks at its cases at different moments could see it twice.</summary>
public sealed class RebuildingWhileANumberMoves(OmbudDatabase database) : IClassFixture<OmbudDatabase>
{
    private const int Cases = 200;
    private static readonly Instant Past = Instant.FromUtc(2023, 6, 1, 12, 0);
    private readonly Guid[] _byId = [.. Enumerable.Range(0, Cases).Select(Office.Id).OrderBy(id => id.ToString())];

    [Fact]
    public async Task does_not_see_it_twice()
    {
        var office = new Office(database, "drammen");
        await office.ImportAsync([.. _byId.Select((id, n) => new Past(id, new ReceiveCase($"N-{n}", new(2023, 5, 1)), Past))]);
        var (first, last, moved) = (_byId[0], _byId[^1], 0);
        var model = new ReadModel<Case, CaseRow>(
            "case_register",
            Rows,
            _ => "",
            [.. CaseRegister.Model.Indexes.Skip(1)],
            CaseRegister.Model.Computed
        );

        await new Rebuild<Case>(database.Source, database.Documents, OmbudStreams.Case, model, streamsAtATime: 1).RunAsync(
            null,
            TestContext.Current.CancellationToken
        );

        var table = new TableText(database, CaseRegister.Model);
        (await table.NowAsync(office.Tenant)).ShouldBe(table.Folded(await office.EventsAsync(Cases)));
        moved.ShouldBe(1);

        // The first case gives its number to the last when it has been read and the last has not.
        IEnumerable<CaseRow> Rows(Case state)
        {
            if (state.Number == "N-0" && Interlocked.Exchange(ref moved, 1) == 0)
                MoveAsync(office, first, last).GetAwaiter().GetResult();
            return [CaseRow.Of(state)];
        }
    }

    private static async Task MoveAsync(Office office, Guid from, Guid to)
    {
        (await office.RecordAsync(from, new CorrectCase("It was the other's", "N-free"))).ShouldBeOfType<Outcome<Case>.Recorded>();
        (await office.RecordAsync(to, new CorrectCase("It was the other's", "N-0"))).ShouldBeOfType<Outcome<Case>.Recorded>();
    }
}
