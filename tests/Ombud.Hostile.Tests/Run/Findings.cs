using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Ombud.Hostile.Tests.Attacks;

namespace Ombud.Hostile.Tests.Run;

/// <summary>What should not have been, each kind with how often and the first request that showed it.</summary>
internal sealed class Findings
{
    private readonly ConcurrentDictionary<string, (int Times, string First)> _found = new();
    private readonly ConcurrentDictionary<int, int> _statuses = new();
    private readonly ConcurrentDictionary<string, (int Times, TimeSpan Longest)> _slow = new();

    private readonly ConcurrentDictionary<string, int> _succeeded = new();

    public bool None => _found.IsEmpty;

    public void Add(string what, Attack attack, Reply? reply = null) =>
        Add(what, $"{attack}\n      answered {reply?.Status} {Short(reply?.Text)}");

    public void Add(string what, string example) =>
        _found.AddOrUpdate(what, _ => (1, example), (_, known) => (known.Times + 1, known.First));

    public void Count(int status) => _statuses.AddOrUpdate(status, 1, (_, known) => known + 1);

    /// <summary>An operation has done what it is for.</summary>
    public void Succeeded(string operation) => _succeeded.AddOrUpdate(operation, 1, (_, known) => known + 1);

    /// <summary>How often an operation did what it is for.</summary>
    public int Successes(string operation) => _succeeded.GetValueOrDefault(operation);

    public void Slow(string what, TimeSpan took) =>
        _slow.AddOrUpdate(what, _ => (1, took), (_, known) => (known.Times + 1, took > known.Longest ? took : known.Longest));

    /// <summary>For people: what was answered, what was slow, and what was found.</summary>
    public string Describe()
    {
        var told = new StringBuilder();
        told.AppendLine(
            string.Join(
                "  ",
                _statuses
                    .OrderBy(status => status.Key)
                    .Select(status => $"{status.Key}: {status.Value.ToString("N0", CultureInfo.InvariantCulture)}")
            )
        );
        foreach (var (what, (times, longest)) in _slow.OrderByDescending(slow => slow.Value.Longest).Take(10))
            told.AppendLine(CultureInfo.InvariantCulture, $"slow: {what}, {times} times, up to {longest.TotalSeconds:N1} s");
        foreach (var (what, (times, first)) in _found.OrderByDescending(found => found.Value.Times))
            told.AppendLine(CultureInfo.InvariantCulture, $"{times} times: {what}\n      {first}");
        return told.ToString();
    }

    private static string Short(string? text) =>
        text is null ? "nothing"
        : text.Length <= 700 ? text
        : text[..700] + " …";
}
