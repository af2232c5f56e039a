using System.Text.RegularExpressions;

namespace Ombud.Api.Tests.Structure;

/// <summary>A text is chosen by its language in one place. A switch of its own would show English in a language that it forgets.</summary>
public sealed partial class Languages
{
    [Fact]
    public void are_switched_on_in_one_place() =>
        Sources().Where(file => Arm().IsMatch(file.Text)).Select(file => file.Name).ShouldBe(["Phrase.cs"]);

    [Fact]
    public void are_told_apart_elsewhere_by_how_english_writes_dates_and_numbers_alone()
    {
        var compared = Sources().Where(file => file.Name != "Phrase.cs").SelectMany(file => Comparison().Matches(file.Text)).ToList();
        compared.ShouldNotBeEmpty();
        compared.Select(match => match.Groups[1].Value).Distinct().ShouldBe(["en"]);
    }

    /// <summary>A text that is made of others in bokmål is made of them in nynorsk too.</summary>
    [Theory]
    [InlineData("In\\(\"nb\"\\)", "In\\(\"nn\"\\)")]
    [InlineData("\\.Nb\\)*\\}", "\\.Nn\\)*\\}")]
    public void are_asked_for_together(string bokmal, string nynorsk)
    {
        var files = Sources().Where(file => Regex.IsMatch(file.Text, bokmal)).ToList();
        files.ShouldNotBeEmpty();
        files.Where(file => Regex.Count(file.Text, bokmal) != Regex.Count(file.Text, nynorsk)).Select(file => file.Name).ShouldBeEmpty();
    }

    private static List<(string Name, string Text)> Sources() =>
        [
            .. Directory
                .EnumerateFiles(OmbudApi.RepositoryFile("src"), "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".cs" or ".razor" && !Generated().IsMatch(file))
                .Select(file => (Path.GetFileName(file), File.ReadAllText(file))),
        ];

    [GeneratedRegex("\"(nb|nn|da|en)\"\\s*=>")]
    private static partial Regex Arm();

    [GeneratedRegex("(?i:language)\\s*(?:==|!=|is|is not)\\s*\"(\\w+)\"")]
    private static partial Regex Comparison();

    [GeneratedRegex(@"[/\\](bin|obj)[/\\]")]
    private static partial Regex Generated();
}
