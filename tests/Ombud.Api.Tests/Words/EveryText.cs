using System.Text.RegularExpressions;
using Ombud.Domain;

namespace Ombud.Api.Tests.Words;

/// <summary>Every text of pages, reports and the terminal, in each of the languages.</summary>
public sealed partial class EveryText
{
    private static readonly IReadOnlyList<(string Where, Phrase Phrase)> All = AllPhrases.Find();

    /// <summary>Words of bokmål that are none of nynorsk, or none that was chosen (docs/glossary.md).</summary>
    private static readonly HashSet<string> Bokmal =
    [
        .. """
            ikke hva hvor hvordan hvem hver hvert hvilke noe noen bare fra ble et jeg dem sammen siden saken sakens uke uker
            måned måneder dager frister fristene enhet enheten enheter anbefaling anbefalinger anbefalingene henvendelse
            henvendelser mottatt avsluttet åpen åpne åpnet gjenåpnet frem fremdrift gjelder selv kommunens ombudet ombudets
            tjenesteområde begrunnelse medhold foreløpig beregnet svarene tiltakene tall tallene saksbehandler rettet
            trukket truffet videresendt annen utgave besvart besluttet beslutning legges vises regnes telles settes finnes
            nå ennå være vært forespørsel helligdag lørdag mandag tirsdag hjemmel brudd oversittes oversittet uten innen
            flyttet velg
            """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
    ];

    [Fact]
    public void is_found() => All.Count.ShouldBeGreaterThan(700);

    [Fact]
    public void says_something_in_every_language() =>
        All.Where(each => Phrase.Languages.Any(language => string.IsNullOrWhiteSpace(each.Phrase.In(language))))
            .Select(each => each.Where)
            .ShouldBeEmpty();

    [Fact]
    public void is_not_english_in_nynorsk() =>
        All.Where(each => each.Phrase.Nn == each.Phrase.En && each.Phrase.Nb != each.Phrase.En)
            .Select(each => each.Phrase.Nn.ToLowerInvariant())
            .Distinct()
            // The same word in both.
            .ShouldBe(["open"]);

    [Fact]
    public void has_no_bokmal_in_nynorsk() =>
        All.SelectMany(each => Words(each.Phrase.Nn).Select(word => (each.Where, Word: word)))
            .Where(each => Bokmal.Contains(each.Word) || BokmalEnding().IsMatch(each.Word))
            .Select(each => $"{each.Word} in {each.Where}")
            .Distinct()
            .ShouldBeEmpty();

    /// <summary>What one text says with another word in nynorsk, no text leaves as it is in bokmål.</summary>
    [Fact]
    public void keeps_to_its_words_in_nynorsk()
    {
        var (translated, same) = (All.Where(each => each.Phrase.Nn != each.Phrase.Nb), All.Where(each => each.Phrase.Nn == each.Phrase.Nb));
        var left = translated
            .SelectMany(each => Words(each.Phrase.Nb))
            .Except(translated.SelectMany(each => Words(each.Phrase.Nn)))
            .ToHashSet();
        // The same words in nynorsk too, in another form there.
        left.ExceptWith(["vurdering", "oppfylt", "kode", "behandlingstid"]);
        left.Count.ShouldBeGreaterThan(200);
        same.SelectMany(each => Words(each.Phrase.Nb).Where(left.Contains).Select(word => $"{word} in {each.Where}"))
            .Distinct()
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(word => word.Value.ToLowerInvariant());

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    [GeneratedRegex("(dager|inger|ingene|elser|elsen|else|heten|heter)$")]
    private static partial Regex BokmalEnding();
}
