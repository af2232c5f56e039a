using System.Text.RegularExpressions;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using JasperFx.MultiTenancy;
using Marten;
using Marten.Events.Aggregation;
using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Integrity;
using Ombud.Integrity.Json;
using Weasel.Core;

namespace Ombud.Projections.Tests;

/// <summary>What docs/marten.md promises to those who bring a Marten store of their own.</summary>
public sealed partial class MartenByItself(OmbudDatabase database) : IClassFixture<OmbudDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task reads_a_stream_aggregates_it_as_of_a_moment_and_finds_the_tables_as_it_would_make_them()
    {
        var (id, events) = await ClosedCaseAsync("plain");
        using var store = PlainStore(database.ConnectionString);
        await using var session = store.QuerySession("plain");
        (await session.Events.FetchStreamAsync(id, token: Cancel)).Select(e => e.EventTypeName).ShouldBe(["case_received", "case_closed"]);
        (await session.Events.AggregateStreamAsync<Case>(id, token: Cancel))!.Closed.ShouldBeTrue();
        var then = await session.Events.AggregateStreamAsync<Case>(id, timestamp: events[0].Timestamp, token: Cancel);
        (then!.Closed, then.Number, then.Id).ShouldBe((false, "DR-1", id));
        await store.Storage.Database.AssertDatabaseMatchesConfigurationAsync(Cancel);
    }

    [Fact]
    public async Task aggregates_through_our_own_store_by_version_and_by_time_as_the_domain_folds()
    {
        var (id, events) = await ClosedCaseAsync("ours");
        await using var session = database.Documents.QuerySession("ours");
        foreach (var e in events)
        {
            var folded = OmbudStreams.Case.Fold(events.Take((int)e.Version))! with { Id = id };
            (await session.Events.AggregateStreamAsync<Case>(id, e.Version, token: Cancel))!.ShouldBeEquivalentTo(folded);
            (await session.Events.AggregateStreamAsync<Case>(id, timestamp: e.Timestamp, token: Cancel))!.ShouldBeEquivalentTo(folded);
        }
    }

    [Fact]
    public async Task finds_the_tables_as_our_own_store_would_make_them() =>
        await database.Documents.Storage.Database.AssertDatabaseMatchesConfigurationAsync(Cancel);

    [Fact]
    public void names_every_stream_as_we_do() =>
        new[]
        {
            (OmbudStreams.Case.StreamType, OmbudStreams.Case.Type),
            (OmbudStreams.Municipality.StreamType, OmbudStreams.Municipality.Type),
            (OmbudStreams.Report.StreamType, OmbudStreams.Report.Type),
            (OmbudStreams.Recommendation.StreamType, OmbudStreams.Recommendation.Type),
            (OmbudStreams.Measure.StreamType, OmbudStreams.Measure.Type),
            (OmbudStreams.Feedback.StreamType, OmbudStreams.Feedback.Type),
            (OmbudStreams.Meeting.StreamType, OmbudStreams.Meeting.Type),
            (OmbudStreams.ReportText.StreamType, OmbudStreams.ReportText.Type),
            (OmbudStreams.Reading.StreamType, OmbudStreams.Reading.Type),
        }
            .Select(kind => (((DocumentStore)database.Documents).Events.AggregateAliasFor(kind.StreamType), kind.Type))
            .ShouldAllBe(names => names.Item1 == names.Type);

    [Fact]
    public void is_configured_as_the_document_says()
    {
        var document = Plain(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "marten.md")));
        var source = Plain(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "MartenByItself.cs")));
        var configuration = Between(document, "DocumentStore.For(", "await using");
        configuration.Length.ShouldBeGreaterThan(500);
        source.ShouldContain(configuration[..configuration.LastIndexOf(';')]);
        source.ShouldContain(Between(document, "public sealed class CaseAggregation", "```"));
    }

    private static DocumentStore PlainStore(string connectionString) =>
        DocumentStore.For(options =>
        {
            options.Connection(connectionString);
            options.DatabaseSchemaName = "ombud";
            options.AutoCreateSchemaObjects = AutoCreate.None;
            options.Events.TenancyStyle = TenancyStyle.Conjoined;
            options.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
            options.Events.MetadataConfig.EnableAll();
            options.Events.MetadataConfig.UserNameEnabled = true;
            options.Events.IgnoreIndex("mt_events_tenant_position");
            options.Projections.Add(new CaseAggregation(), ProjectionLifecycle.Live);
            options.UseSystemTextJsonForSerialization(
                EnumStorage.AsString,
                Casing.CamelCase,
                json =>
                {
                    json.Converters.Clear();
                    EventJson.Configure(json);
                }
            );
        });

    public sealed class CaseAggregation : SingleStreamProjection<Case, Guid>
    {
        public override Case? Evolve(Case? snapshot, Guid id, IEvent e) => Case.Evolve(snapshot, e.Data);
    }

    private async Task<(Guid Id, IReadOnlyList<IEvent> Events)> ClosedCaseAsync(string tenant)
    {
        var (office, id) = (new Office(database, tenant), Office.Id(1));
        await office.RecordAsync(id, new ReceiveCase("DR-1", new(2023, 5, 1)));
        await office.RecordAsync(id, new CloseCase("guided"));
        return (id, await office.EventsAsync(2));
    }

    private static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        return text[start..text.IndexOf(to.Replace(" ", "", StringComparison.Ordinal), start, StringComparison.Ordinal)];
    }

    /// <summary>Without white space: a document and a formatter break lines elsewhere.</summary>
    private static string Plain(string text) => WhiteSpace().Replace(text, "");

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
