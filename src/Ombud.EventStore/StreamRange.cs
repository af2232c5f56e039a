namespace Ombud.EventStore;

/// <summary>A tenant's streams with ids from <paramref name="First"/> up to, not including, <paramref name="Before"/>; to the end where that is null.</summary>
public sealed record StreamRange(string Tenant, Guid First, Guid? Before)
{
    public static StreamRange All(string tenant) => new(tenant, Guid.Empty, null);
}
