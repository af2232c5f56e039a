using System.Runtime.CompilerServices;
using Dapper;
using NodaTime;
using Ombud.Integrity.Tenancy;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Cases;

/// <summary>What to list. Null leaves a filter out.</summary>
public sealed record CaseFilter
{
    public string? Number { get; init; }

    /// <summary>What the office's number begins with.</summary>
    public string? NumberPrefix { get; init; }

    public string? Status { get; init; }
    public bool? IsCase { get; init; }
    public string? ServiceArea { get; init; }
    public string? Matter { get; init; }
    public string? Unit { get; init; }
    public string? Channel { get; init; }
    public string? ReferralSource { get; init; }
    public string? InquiryType { get; init; }
    public string? DeclineReason { get; init; }
    public string? Handler { get; init; }
    public string? Outcome { get; init; }
    public LocalDate? ReceivedFrom { get; init; }
    public LocalDate? ReceivedTo { get; init; }

    /// <summary>Only lines that became as they are after this moment.</summary>
    public Instant? ChangedSince { get; init; }

    public Instant? AsOf { get; init; }
    public CaseOrder Order { get; init; } = CaseOrder.Default;

    /// <summary>The last line of the page before, or null for the first page.</summary>
    public CasePlace? After { get; init; }

    /// <summary>How many at the most; null for all.</summary>
    public int? Limit { get; init; }
}

/// <summary>Where a line stands in the register under an order.</summary>
/// <param name="Order">The order's word.</param>
/// <param name="Value">What the order goes by, as text.</param>
public sealed record CasePlace(string Order, string Value, Guid Id);

/// <summary>A line of the register.</summary>
/// <param name="ChangedAt">When the line became as it is.</param>
public sealed record CaseLine(Guid Id, CaseRow Case, Instant ChangedAt);

/// <summary>Queries over the register.</summary>
public sealed class CaseQueries(TenantDatabase database)
{
    public async Task<IReadOnlyList<CaseLine>> ListAsync(string tenant, CaseFilter filter, CancellationToken cancel)
    {
        var lines = new List<CaseLine>();
        await foreach (var line in ReadAsync(tenant, filter, cancel))
            lines.Add(line);
        return lines;
    }

    /// <summary>The lines one by one as they come from the database: all of them as of one moment, however many.</summary>
    public async IAsyncEnumerable<CaseLine> ReadAsync(string tenant, CaseFilter filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        var conditions = Conditions(filter).Where(condition => condition is not null);
        await using var reader = await connection.ExecuteReaderAsync(
            new CommandDefinition(
                $"""
                select stream_id, recorded_from, {CaseRegister.Model.Shape.ColumnNames} from ombud.case_register
                where tenant_id = @tenant and {Known.AsOf(filter.AsOf)} {string.Join(' ', conditions)}
                order by {filter.Order.Sql} limit @limit
                """,
                new
                {
                    tenant,
                    filter.Number,
                    prefix = filter.NumberPrefix is { } prefix ? LikePrefix(prefix) : null,
                    filter.Status,
                    filter.IsCase,
                    filter.ServiceArea,
                    filter.Matter,
                    filter.Unit,
                    filter.Channel,
                    filter.ReferralSource,
                    filter.InquiryType,
                    filter.DeclineReason,
                    filter.Handler,
                    filter.Outcome,
                    filter.ReceivedFrom,
                    filter.ReceivedTo,
                    filter.ChangedSince,
                    filter.AsOf,
                    afterValue = filter.After?.Value,
                    afterId = filter.After?.Id,
                    filter.Limit,
                },
                cancellationToken: cancel
            )
        );
        while (await reader.ReadAsync(cancel))
            yield return new(reader.GetGuid(0), CaseRegister.Model.Read(reader, 2), reader.GetFieldValue<Instant>(1));
    }

    private static string LikePrefix(string prefix) => prefix.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_") + "%";

    /// <summary>The lines of some cases as they are now, newest receipt first.</summary>
    public async Task<IReadOnlyList<CaseLine>> OfAsync(string tenant, IEnumerable<Guid> ids, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var reader = await connection.ExecuteReaderAsync(
            new CommandDefinition(
                $"""
                select stream_id, recorded_from, {CaseRegister.Model.Shape.ColumnNames} from ombud.case_register
                where tenant_id = @tenant and stream_id = any(@ids) and recorded_to = 'infinity' order by {CaseOrder.Default.Sql}
                """,
                new { tenant, ids = ids.ToArray() },
                cancellationToken: cancel
            )
        );
        var lines = new List<CaseLine>();
        while (await reader.ReadAsync(cancel))
            lines.Add(new(reader.GetGuid(0), CaseRegister.Model.Read(reader, 2), reader.GetFieldValue<Instant>(1)));
        return lines;
    }

    /// <summary>Which case has each number now; numbers that none has are left out.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> IdsByNumberAsync(string tenant, string[] numbers, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        var found = await connection.QueryAsync<(string Number, Guid Id)>(
            new CommandDefinition(
                $"""
                select number, stream_id from ombud.case_register
                where tenant_id = @tenant and number = any(@numbers) and recorded_to = 'infinity' and {CaseRegister.NotVoided}
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
            filter.NumberPrefix is null ? null : "and number like @prefix",
            filter.Status is null ? null : "and status = @status",
            filter.IsCase is null ? null : "and is_case = @isCase",
            filter.ServiceArea is null ? null : "and service_area = @serviceArea",
            filter.Matter is null ? null : "and matters @> array[@matter]",
            filter.Unit is null ? null : "and units @> array[@unit]",
            filter.Channel is null ? null : "and channel = @channel",
            filter.ReferralSource is null ? null : "and referral_source = @referralSource",
            filter.InquiryType is null ? null : "and inquiry_type = @inquiryType",
            filter.DeclineReason is null ? null : "and decline_reason = @declineReason",
            filter.Handler is null ? null : "and handler = @handler",
            filter.Outcome is null ? null : "and outcome = @outcome",
            filter.ReceivedFrom is null ? null : "and received_on >= @receivedFrom",
            filter.ReceivedTo is null ? null : "and received_on <= @receivedTo",
            filter.ChangedSince is null ? null : "and recorded_from > @changedSince",
            filter.After is null ? null : filter.Order.AfterSql,
        ];
}
