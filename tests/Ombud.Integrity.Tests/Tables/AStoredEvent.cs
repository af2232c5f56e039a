namespace Ombud.Integrity.Tests.Tables;

public sealed class AStoredEvent : StoreTest
{
    [Fact]
    public async Task has_its_alias_its_dotnet_type_and_everything_given_about_its_cause()
    {
        await WriteAsync(new("anna", "request-7", "message-3", """{"channel":"phone"}"""));
        (
            await Database.AskAsync<string>(
                "select concat_ws('|', type, mt_dotnet_type, user_name, correlation_id, causation_id, "
                    + "headers - 'hash' - 'seal', data, tenant_id, is_archived) from ombud.mt_events"
            )
        ).ShouldBe(
            "something_happened|Ombud.Integrity.Tests.SomethingHappened, Ombud.Integrity.Tests|anna|request-7|message-3|"
                + """{"channel": "phone"}|{"what": "slept in"}|north|f"""
        );
    }

    [Fact]
    public async Task leaves_empty_what_was_not_given()
    {
        await WriteAsync(new(null));
        (
            await Database.AskAsync<bool>(
                "select num_nulls(user_name, correlation_id, causation_id, headers -> 'previous', bdata) = 5 "
                    + "and headers ? 'hash' from ombud.mt_events"
            )
        ).ShouldBeTrue();
    }

    [Fact]
    public async Task is_read_back_with_all_of_it()
    {
        await WriteAsync(new("anna", "request-7", "message-3", """{"channel":"phone"}"""));
        var read = (await ReadAsync(Home)).ShouldHaveSingleItem();
        read.ShouldSatisfyAllConditions(
            () => read.Data.ShouldBe(new SomethingHappened("slept in")),
            () => (read.TenantId, read.StreamId, read.Version, read.Sequence).ShouldBe((North, Home, 1, 1)),
            () => read.EventTypeName.ShouldBe("something_happened"),
            () => (read.UserName, read.CorrelationId, read.CausationId).ShouldBe(("anna", "request-7", "message-3")),
            () => read.GetHeader("channel")?.ToString().ShouldBe("phone")
        );
    }

    [Fact]
    public async Task has_nothing_for_an_empty_field_and_is_read_back_all_the_same()
    {
        await WriteAsync(new("anna"), new MoreHappened(3));
        (await Database.AskAsync<string>("select data::text from ombud.mt_events")).ShouldBe("""{"howMuch": 3}""");
        (await ReadAsync(Home)).Single().Data.ShouldBe(new MoreHappened(3, Note: null));
    }

    [Fact]
    public async Task belongs_to_a_stream_with_its_type_version_and_times()
    {
        await WriteAsync(new("anna"));
        (
            await Database.AskAsync<bool>(
                """
                select (s.type, s.version, s.timestamp, s.created, s.is_archived) = ('diary', 1::bigint, e.timestamp, e.timestamp, false)
                from ombud.mt_streams s join ombud.mt_events e on e.tenant_id = s.tenant_id and e.stream_id = s.id
                """
            )
        ).ShouldBeTrue();
    }

    private async Task WriteAsync(EventMetadata metadata, object? what = null)
    {
        await using var session = await Store.OpenAsync(new(North, [Home], metadata), Cancel);
        session.Append(Home, TestEvents.Diary, [what ?? new SomethingHappened("slept in")]);
        await session.SaveChangesAsync(Cancel);
    }
}
