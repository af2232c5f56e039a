using Ombud.Api.CommandLine;
using Ombud.Api.Settings;

namespace Ombud.Api.Tests.Audit;

/// <summary>A file of roots that were kept outside, for <c>./ombud verify --seals</c>.</summary>
public sealed class KeptRoots
{
    [Theory]
    [InlineData("", "is not what GET /v1/audit/seals answers")]
    [InlineData("root 12", "is not what GET /v1/audit/seals answers")]
    [InlineData("[]", "is not what GET /v1/audit/seals answers")]
    [InlineData("null", "holds no seals")]
    [InlineData("{}", "holds no seals")]
    [InlineData("""{"municipality":"drammen"}""", "holds no seals")]
    [InlineData("""{"municipality":"drammen","items":[null]}""", "holds no seals")]
    [InlineData("""{"municipality":"drammen","items":[{"entry":1}]}""", "holds no seals")]
    [InlineData("""{"municipality":"drammen","items":[{"entry":1,"root":"a"},{"entry":1,"root":"b"}]}""", "holds no seals")]
    [InlineData("""{"municipality":"drammen","items":[{"entry":"first","root":"a"}]}""", "is not what GET /v1/audit/seals answers")]
    public void that_are_none_are_refused_with_what_is_wrong_with_the_file(string text, string said)
    {
        var folder = Directory.CreateTempSubdirectory("ombud-roots-");
        try
        {
            var file = Path.Combine(folder.FullName, "seals.json");
            File.WriteAllText(file, text);
            Should.Throw<SettingsException>(() => VerifyHistory.Read(file)).Message.ShouldContain($"{file} {said}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
