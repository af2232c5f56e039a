using Dapper;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Integrity.Tenancy;

namespace Ombud.Projections.Confidentiality;

/// <summary>
/// Compares the keys of people, and whom streams are about, with what the events say: a key that is gone without an erasure, or is there
/// after one, was changed past the program.
/// </summary>
public sealed class PersonKeyCheck(TenantDatabase database, IReadOnlyCollection<string> confidentialEvents, string erasedEvent)
{
    // As texts: what is no id must not end the comparison.
    private const string Sql = """
        with said as materialized (
            select distinct stream_id::text as stream, data ->> 'person' as person from ombud.mt_events
            where tenant_id = @tenant and type = any(@confidential) and data ->> 'person' is not null
        ), linked as materialized (
            select stream_id::text as stream, subject_id::text as person from ombud.stream_subjects where tenant_id = @tenant
        ), erased as materialized (
            select distinct data ->> 'person' as person from ombud.mt_events where tenant_id = @tenant and type = @erased
        ), keys as materialized (
            select subject_id::text as person, wrapped is null as gone, (wrapped is null) <> (destroyed_at is not null) as odd
            from ombud.subject_keys where tenant_id = @tenant and subject_id <> '00000000-0000-0000-0000-000000000000'
        )
        select format('ombud.stream_subjects: stream %s tells of person %s, and that is not there.', stream, person)
            from (select * from said except select * from linked) s
        union all select format('ombud.stream_subjects: no event of stream %s tells of person %s.', stream, person)
            from (select * from linked except select * from said) s
        union all select format('ombud.subject_keys: events tell of person %s, who has no key.', person)
            from (select person from said except select person from keys) s
        union all select format('ombud.subject_keys: person %s has a key, and no event tells of them.', person)
            from (select person from keys except select person from said) s
        union all select format('ombud.subject_keys: the key of person %s is gone, and no event says that they were erased.', person)
            from keys where gone and person not in (select person from erased where person is not null)
        union all select format('ombud.subject_keys: person %s was erased, and their key is there.', person)
            from keys where not gone and person in (select person from erased where person is not null)
        union all select format('ombud.subject_keys: when the key of person %s was destroyed is not said, or is said too early.', person)
            from keys where odd
        union all select distinct format('ombud.subject_fingerprints: person %s is found by one, and has no key.', subject_id)
            from ombud.subject_fingerprints f where tenant_id = @tenant
                and subject_id::text not in (select person from keys where not gone)
        union all select 'ombud.subject_keys: the municipality''s own key is gone, and people are found by fingerprints under it.'
            where exists (select from ombud.subject_fingerprints where tenant_id = @tenant) and not exists (
                select from ombud.subject_keys
                where tenant_id = @tenant and subject_id = '00000000-0000-0000-0000-000000000000' and wrapped is not null)
        order by 1
        """;

    public async Task<IReadOnlyList<string>> RunAsync(string tenant, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        return (
            await connection.QueryAsync<string>(
                new CommandDefinition(
                    Sql,
                    new
                    {
                        tenant,
                        confidential = confidentialEvents.ToArray(),
                        erased = erasedEvent,
                    },
                    commandTimeout: 0,
                    cancellationToken: cancel
                )
            )
        ).AsList();
    }

    /// <summary>With the stored names of the events that may tell of a person.</summary>
    public static PersonKeyCheck Of(TenantDatabase database, Marten.IDocumentStore store)
    {
        var known = ((Marten.DocumentStore)store).Events.AllKnownEventTypes();
        return new(
            database,
            [.. known.Where(type => type.EventType.IsAssignableTo(typeof(IConfidential))).Select(type => type.EventTypeName)],
            known.Single(type => type.EventType == typeof(PersonalDataErased)).EventTypeName
        );
    }
}
