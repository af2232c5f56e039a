using JasperFx.OpenTelemetry;
using Marten;
using Ombud.Api.Settings;
using Ombud.Integrity;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Ombud.Api.Telemetry;

/// <summary>
/// OpenTelemetry: traces and measurements to where the standard variables say (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and its like), and
/// measurements at <c>/metrics</c> where it is wanted. Where neither is, none of it runs. Nothing that goes out tells of a person.
/// </summary>
internal static class TelemetrySetup
{
    public const string MetricsPath = "/metrics";
    private const string PrometheusSetting = "Ombud:Telemetry:Prometheus";
    private const string Unmatched = "unmatched";

    private static readonly string[] Health = ["/health/live", "/health/ready", MetricsPath];

    /// <exception cref="SettingsException">A setting is none.</exception>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var (traces, metrics) = (IsSentTo(builder.Configuration, "TRACES"), IsSentTo(builder.Configuration, "METRICS"));
        var prometheus = IsServed(builder.Configuration);
        if (!traces && !metrics && !prometheus)
            return;
        var telemetry = builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource.AddService("ombud", serviceVersion: typeof(TelemetrySetup).Assembly.GetName().Version!.ToString(3))
            );
        if (traces)
            telemetry.WithTracing(tracing => tracing.AddOmbud(builder.Services).AddOtlpExporter());
        if (metrics || prometheus)
        {
            builder.Services.AddHostedService<StoreMeasurements>();
            telemetry.WithMetrics(measuring =>
            {
                measuring.AddOmbud();
                if (metrics)
                    measuring.AddOtlpExporter();
                if (prometheus)
                    measuring.AddPrometheusExporter();
            });
        }
    }

    /// <exception cref="SettingsException">It is neither true nor false.</exception>
    public static bool IsServed(IConfiguration configuration) =>
        configuration[PrometheusSetting] is { } given
        && (
            bool.TryParse(given, out var wanted)
                ? wanted
                : throw new SettingsException($"Ombud__Telemetry__Prometheus is {given}; give true or false.")
        );

    /// <summary>Requests, statements, sessions, messages, and what Ombud does in them: decide, seal, count.</summary>
    public static TracerProviderBuilder AddOmbud(this TracerProviderBuilder tracing, IServiceCollection services)
    {
        services.ConfigureMarten(marten => marten.OpenTelemetry.TrackConnections = TrackLevel.Normal);
        return tracing
            .AddSource(Instruments.Name, "Npgsql", "Marten", "Wolverine")
            .AddAspNetCoreInstrumentation(WithoutAddresses)
            .AddHttpClientInstrumentation(client =>
                // A subscriber's address may have a secret in it.
                client.EnrichWithHttpRequestMessage = (span, request) =>
                    span.SetTag("url.full", request.RequestUri?.GetLeftPart(UriPartial.Authority))
            );
    }

    public static MeterProviderBuilder AddOmbud(this MeterProviderBuilder measuring) =>
        measuring
            .AddMeter(Instruments.Name, "Npgsql", "Wolverine*", "Microsoft.AspNetCore.Server.Kestrel")
            // Wolverine says whose message it was.
            .AddView(instrument =>
                instrument.Meter.Name.StartsWith("Wolverine", StringComparison.Ordinal)
                    ? new MetricStreamConfiguration { TagKeys = ["message_type", "message_destination"] }
                    : null
            )
            .AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation();

    /// <summary>An address has ids, numbers and words that were searched for: the route says as much as is wanted.</summary>
    private static void WithoutAddresses(AspNetCoreTraceInstrumentationOptions requests)
    {
        requests.Filter = context => !Health.Contains(context.Request.Path.Value);
        requests.EnrichWithHttpResponse = (span, response) =>
        {
            span.SetTag("url.path", (response.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? Unmatched);
            span.SetTag("url.query", null);
            span.SetTag("client.address", null);
            span.SetTag("network.peer.address", null);
        };
    }

    private static bool IsSentTo(IConfiguration configuration, string signal) =>
        configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 }
        || configuration[$"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"] is { Length: > 0 };
}
