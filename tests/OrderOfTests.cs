using System.Security.Cryptography;
using System.Text;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestMethodOrderer(typeof(Ombud.Testing.OrderOfTests))]

namespace Ombud.Testing;

/// <summary>
/// The order of a class's tests, the same on every machine: xunit's own order follows from the path of the assembly, so that a test which
/// leans on another passes in one folder and fails in the next. <c>OMBUD_TEST_ORDER</c>, any word, gives another order.
/// </summary>
public sealed class OrderOfTests : ITestMethodOrderer
{
    private static readonly string Word = Environment.GetEnvironmentVariable("OMBUD_TEST_ORDER") ?? "";

    public IReadOnlyCollection<TTestMethod?> OrderTestMethods<TTestMethod>(IReadOnlyCollection<TTestMethod?> testMethods)
        where TTestMethod : notnull, ITestMethod =>
        [.. testMethods.OrderBy(method => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Word} {method?.MethodName}"))))];
}
