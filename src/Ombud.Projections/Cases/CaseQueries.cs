using Dapper;
using NodaTime;
using Ombud.Integrity.Tenancy;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Cases;

/// <summary>What to list. Null leaves a filter out.</summary>
/// <param name="After">The last row of the page before, or null for the first page.</param>
public sealed record CaseFilter(
    string? Number,
    string? Status,
    bool? IsCase,
    string? ServiceArea,
    string? Matter,
    string? Unit,
    string? Channel,
    string? ReferralSource,
    LocalDate? ReceivedFrom,
    LocalDate? ReceivedTo,
    Instant? AsOf,
    CasePlace? After,
    int Limit
);

/// <summary>Where a case stands in the register, which is in order of receipt, newest first.</summary>
public sealed record CasePlace(LocalDate ReceivedOn, Guid Id);

/// <summary>A line of the register.</summary>
public sealed record CaseLine(Guid Id, CaseRow Case);

/// <summary>Queries over the register.</summary>
public sealed class CaseQueries(TenantDatabase database)
{
    public async Task<IReadOnlyList<CaseLine>> ListAsync(string tenant, CaseFilter filter, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        var conditions = Conditions(filter).Where(condition => condition is not null);
        await using var reader = await connection.ExecuteReaderAsync(
            new CommandDefinition(
                $"""
                select stream_id, {CaseRegister.Model.Shape.ColumnNames} from ombud.case_register
                where tenant_id = @tenant and {Known.AsOf(filter.AsOf)} {string.Join(' ', conditions)}
                order by received_on desc, stream_id desc limit @limit
                """,
                new
                {
                    tenant,
                    filter.Number,
                    filter.Status,
                    filter.IsCase,
                    filter.ServiceArea,
                    filter.Matter,
                    filter.Unit,
                    filter.Channel,
                    filter.ReferralSource,
                    filter.ReceivedFrom,
                    filter.ReceivedTo,
                    filter.AsOf,
                    afterDay = filter.After?.ReceivedOn,
                    afterId = filter.After?.Id,
                    filter.Limit,
                },
                cancellationToken: cancel
            )
        );
        return [.. (await RowReader.ReadAsync(reader, CaseRegister.Model, cancel)).Select(each => new CaseLine(each.Stream, each.Row))];
    }

    /// <summary>Which case has each number now; numbers that none has are left out.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> IdsByNumberAsync(string tenant, string[] numbers, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        var found = await connection.QueryAsync<(string Number, Guid Id)>(
            new CommandDefinition(
                """
                select number, stream_id from ombud.case_register
                where tenant_id = @tenant and number = any(@numbers) and recorded_to = 'infinity' and status <> 'voided'
                """,
                new { tenant, numbers },
                cancellationToken: cancel
            )
        );
        return found.ToDictionary(row => row.Number, row => row.Id);
    }

    private static IEnumerable<string?> Conditions(CaseFilter filter) =>
        [
            filter.Number is null ? null : "and number = @number",
            filter.Status is null ? null : "and status = @status",
            filter.IsCase is null ? null : "and is_case = @isCase",
            filter.ServiceArea is null ? null : "and service_area = @serviceArea",
            filter.Matter is null ? null : "and matters @> array[@matter]",
            filter.Unit is null ? null : "and units @> array[@unit]",
            filter.Channel is null ? null : "and channel = @channel",
            filter.ReferralSource is null ? null : "and referral_source = @referralSource",
            filter.ReceivedFrom is null ? null : "and received_on >= @receivedFrom",
            filter.ReceivedTo is null ? null : "and received_on <= @receivedTo",
            filter.After is null ? null : "and (received_on, stream_id) < (@afterDay, @afterId)",
        ];
}
