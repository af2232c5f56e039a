using Dapper;
using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Confidentiality;
using Ombud.Integrity.Tenancy;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Confidentiality;

/// <summary>One row for each time that somebody read personal data.</summary>
public static class PersonalDataReadings
{
    public static ReadModel<PersonalDataReading, PersonalDataReadingRow> Model { get; } =
        new(
            "personal_data_readings",
            state => [new(state.Case, state.Person, state.By, state.OnBehalfOf, state.Purpose, state.AsOf, state.LookedUpBy)],
            _ => "",
            [new("history", "(tenant_id, recorded_from, stream_id)"), new("case", "(tenant_id, case_id, recorded_from, stream_id)")]
        );
}

public sealed record PersonalDataReadingRow(
    Guid? CaseId,
    Guid? Person,
    string ReadBy,
    string? OnBehalfOf,
    ReadPurpose Purpose,
    Instant? ReadAsOf,
    IdentifierKind? LookedUpBy
);

/// <summary>When, and which reading.</summary>
public sealed record ReadingPlace(Instant ReadAt, Guid Id);

public sealed record ReadingLine(Guid Id, Instant ReadAt, PersonalDataReadingRow Reading);

/// <summary>Which readings to list. Null leaves a filter out.</summary>
public sealed record ReadingFilter(Guid? Case, string? By, Instant? From, Instant? To, Instant? AsOf, ReadingPlace? After, int Limit);

/// <summary>Who read what of whom, newest first.</summary>
public sealed class PersonalDataReadingQueries(TenantDatabase database)
{
    public async Task<IReadOnlyList<ReadingLine>> ListAsync(string tenant, ReadingFilter filter, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var reader = await connection.ExecuteReaderAsync(
            new CommandDefinition(
                $"""
                select stream_id, recorded_from, {PersonalDataReadings.Model.Shape.ColumnNames} from ombud.personal_data_readings
                where tenant_id = @tenant and {Known.AsOf(filter.AsOf)} {string.Join(
                    ' ',
                    Conditions(filter).Where(condition => condition is not null)
                )}
                order by recorded_from desc, stream_id desc limit @limit
                """,
                new
                {
                    tenant,
                    @case = filter.Case,
                    filter.By,
                    filter.From,
                    filter.To,
                    filter.AsOf,
                    afterAt = filter.After?.ReadAt,
                    afterId = filter.After?.Id,
                    filter.Limit,
                },
                cancellationToken: cancel
            )
        );
        var found = new List<ReadingLine>();
        while (await reader.ReadAsync(cancel))
            found.Add(new(reader.GetGuid(0), reader.GetFieldValue<Instant>(1), PersonalDataReadings.Model.Read(reader, 2)));
        return found;
    }

    private static IEnumerable<string?> Conditions(ReadingFilter filter) =>
        [
            filter.Case is null ? null : "and case_id = @case",
            filter.By is null ? null : "and read_by = @by",
            filter.From is null ? null : "and recorded_from >= @from",
            filter.To is null ? null : "and recorded_from < @to",
            filter.After is null ? null : "and (recorded_from, stream_id) < (@afterAt, @afterId)",
        ];
}
