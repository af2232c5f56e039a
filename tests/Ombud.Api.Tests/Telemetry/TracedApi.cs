using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Ombud.Api.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Ombud.Api.Tests.Telemetry;

[CollectionDefinition(Name)]
public sealed class TelemetryTests : ICollectionFixture<TracedApi>
{
    public const string Name = "telemetry";
}

/// <summary>The API with its spans kept, and its measurements served.</summary>
public sealed class TracedApi : OmbudApi
{
    private readonly ConcurrentQueue<Activity> _spans = new();

    // The test server alone measures no requests.
    protected override bool OverKestrel => true;

    protected override void Configure(IWebHostBuilder host) =>
        host.UseSetting("Ombud:Telemetry:Prometheus", "true")
            .ConfigureTestServices(services =>
                services.AddOpenTelemetry().WithTracing(tracing => tracing.AddOmbud(services).AddProcessor(new Keeping(_spans)))
            );

    /// <summary>The spans of one trace, once there are some whose names begin so. Other tests in this process make others.</summary>
    public async Task<IReadOnlyList<Activity>> SpansAsync(ActivityTraceId trace, params string[] names)
    {
        for (var until = DateTime.UtcNow.AddSeconds(10); ; await Task.Delay(20, Cancel))
            if (
                _spans.Where(span => span.TraceId == trace).ToList() is var spans
                && (
                    DateTime.UtcNow > until
                    || names.All(name => spans.Exists(span => span.DisplayName.StartsWith(name, StringComparison.Ordinal)))
                )
            )
                return spans;
    }

    /// <summary>The spans of a library, once there are some.</summary>
    public async Task<IReadOnlyList<Activity>> SpansFromAsync(string source)
    {
        for (var until = DateTime.UtcNow.AddSeconds(10); ; await Task.Delay(20, Cancel))
            if (_spans.Where(span => span.Source.Name == source).ToList() is var spans && (spans.Count > 0 || DateTime.UtcNow > until))
                return spans;
    }

    private sealed class Keeping(ConcurrentQueue<Activity> spans) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data) => spans.Enqueue(data);
    }
}
