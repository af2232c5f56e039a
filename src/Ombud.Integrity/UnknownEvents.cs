using System.Runtime.CompilerServices;
using JasperFx.Core;
using Marten.Events;
using Marten.Services.Json.Transformations;
using JsonTransformations = Marten.Services.Json.Transformations.SystemTextJson.JsonTransformations;

namespace Ombud.Integrity;

/// <summary>
/// A newer version of the program may have written events of types that this one does not know. Marten refuses to read a stream that has
/// one; here such a type is read as <see cref="UnknownEvent"/>.
/// </summary>
internal static class UnknownEvents
{
    private static readonly JsonTransformation AsTheyAre = JsonTransformations.Upcast(json => new UnknownEvent(
        json.RootElement.GetRawText()
    ));

    public static void AreReadAsTheyAre(EventGraph events)
    {
        // Marten asks once for each stored name and keeps the answer. That there is none it would keep too, and nothing public could
        // mend it.
        var byName = ByName(events);
        byName.OnMissing = name =>
        {
            if (events.AllKnownEventTypes().OfType<EventMapping>().FirstOrDefault(known => known.EventTypeName == name) is { } mapping)
                return mapping;
            events.Upcast<UnknownEvent>(name, AsTheyAre);
            return byName.TryFind(name, out var unknown) ? unknown : null;
        };
    }

    // Checked when it is first called, at the start of the program: another version of Marten may call it otherwise.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_byEventName")]
    private static extern ref Cache<string, EventMapping?> ByName(EventGraph events);
}
