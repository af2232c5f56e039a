using NodaTime;
using NodaTime.Testing;

namespace Ombud.Api.Tests;

/// <summary>
/// The API to which the database's clock seems to stand until a test moves it. What is recorded has the database's own time all the same.
/// </summary>
public sealed class ClockedOmbudApi : OmbudApi
{
    public FakeClock Time { get; } = new(Instant.FromUtc(2023, 6, 13, 10, 0));

    protected override IClock Clock => Time;
}
