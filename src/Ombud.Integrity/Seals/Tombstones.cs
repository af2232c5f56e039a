using JasperFx.Events;

namespace Ombud.Integrity.Seals;

/// <summary>
/// Marten's marks at places in the log that a failed save drew in vain: events without content and seal, in a stream that has neither
/// type nor version. Each process of Marten has a stream of its own for them, whose id tells nothing.
/// </summary>
internal static class Tombstones
{
    /// <summary>A stream <c>t</c> of <c>ombud.mt_streams</c> that is there for them.</summary>
    public const string Stream = "(t.version = 0 and t.type is null)";

    /// <summary>An event <c>e</c> of <c>ombud.mt_events</c> that is one: it says nothing whatever, and stands in such a stream.</summary>
    public static readonly string Are = $$"""
        ((e.type = '{{Tombstone.Name}}' and e.version = e.seq_id and e.data = '{}' and e.mt_dotnet_type = '{{DotnetType}}'
            and num_nulls(e.bdata, e.headers, e.user_name, e.correlation_id, e.causation_id) = 5
            and exists (select from ombud.mt_streams t where t.tenant_id = e.tenant_id and t.id = e.stream_id and {{Stream}})) is true)
        """;

    private static string DotnetType => $"{typeof(Tombstone).FullName}, {typeof(Tombstone).Assembly.GetName().Name}";
}
