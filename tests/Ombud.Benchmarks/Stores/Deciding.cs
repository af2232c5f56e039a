using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Municipalities;

namespace Ombud.Benchmarks.Stores;

/// <summary>What stores beside Ombud decide with. Their municipality stays in memory; Ombud looks each time whether it changed.</summary>
internal sealed class Deciding(Municipality municipality)
{
    public IReadOnlyList<object> Events(Case? state, CaseCommand command)
    {
        var today = municipality.DayOf(SystemClock.Instance.GetCurrentInstant());
        return CaseDecider.Decide(state, command, municipality, today) is Decision.Accepted { Events.Count: > 0 } decided
            ? decided.Events
            : throw new InvalidOperationException("Nothing was decided.");
    }
}
