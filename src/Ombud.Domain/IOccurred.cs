using NodaTime;

namespace Ombud.Domain;

/// <summary>Something that happened on a day. When it was learned is the event store's to say.</summary>
public interface IOccurred
{
    /// <summary>The day it happened, in the municipality's time zone.</summary>
    LocalDate OccurredOn { get; }
}
