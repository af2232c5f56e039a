using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Ombud.Hostile.Tests.Run;
using Ombud.Testing;

namespace Ombud.Hostile.Tests.Clocks;

/// <summary>
/// A node that is attacked while its clock is set wrong, and PostgreSQL keeps the true time. With libfaketime it is a process; where
/// that is not installed, the clock within this process is shifted instead.
/// </summary>
public sealed class ApiWithAShiftedClock() : HostileApi("Development")
{
    internal static readonly TimeSpan AtFirst = TimeSpan.FromDays(40);

    private readonly ShiftedTime _within = new(AtFirst);
    private ShiftableNode? _node;

    public override Uri Url => _node?.Url ?? base.Url;

    public override bool ClockIsShifted => true;

    /// <summary>Which of the two it is.</summary>
    public string Kind =>
        _node is null
            ? "Without libfaketime the clock was shifted within the process."
            : "The clock of the process was shifted by libfaketime.";

    internal IEnumerable<string> Warnings =>
        (_node is null ? [.. Log.Warnings] : _node.Said.Split('\n')).Where(line => line.Contains("This server's clock says"));

    internal void Shift(TimeSpan by)
    {
        _within.Shift = by;
        _node?.Shift(by);
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        if (ShiftableNode.Library is not null)
            _node = await ShiftableNode.StartAsync(ConnectionString, MasterKey, AtFirst);
    }

    /// <summary>The process has ended by then, and what it logged is judged like every other log.</summary>
    internal override async Task EndAttacksAsync()
    {
        if (_node is null)
            return;
        await _node.EndAsync();
        foreach (var line in _node.Said.Split('\n').Where(line => line.StartsWith("fail: ") || line.StartsWith("crit: ")))
            Log.Complaints.Enqueue(line);
    }

    protected override void Configure(IWebHostBuilder host)
    {
        if (ShiftableNode.Library is null)
            host.UseSetting("Ombud:Watch", "true").ConfigureTestServices(services => services.AddSingleton<TimeProvider>(_within));
    }

    public override async ValueTask DisposeAsync()
    {
        if (_node is not null)
            await _node.DisposeAsync();
        await base.DisposeAsync();
    }
}
