using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Ombud.Api.Texts;

namespace Ombud.Api.Tests.Texts;

/// <summary>The blocks of a text, on a page and in a terminal.</summary>
public sealed class ShowingMarkdown
{
    private const string Written = """
        # Året

        Plan svarer **sent**, *alltid* og ***overalt***.
        Se [loven](https://lovdata.no/lov).

        3. Tre
        4. Fire
           - Under

        > Sitat

        - Ett
        """;

    [Fact]
    public async Task gives_elements_of_a_page() =>
        WebUtility
            .HtmlDecode(await HtmlAsync(Written))
            .ShouldBe(
                "<h3>Året</h3>"
                    + "<p>Plan svarer <strong>sent</strong>, <em>alltid</em> og <strong><em>overalt</em></strong>. "
                    + "Se <a href=\"https://lovdata.no/lov\" rel=\"noreferrer\">loven</a>.</p>"
                    + "<ol start=\"3\"><li><p>Tre</p></li><li><p>Fire</p><ul><li><p>Under</p></li></ul></li></ol>"
                    + "<blockquote><p>Sitat</p></blockquote>"
                    + "<ul><li><p>Ett</p></li></ul>"
            );

    [Fact]
    public void gives_lines_of_a_terminal() =>
        PlainText
            .Of(MarkdownReader.Read(Written))
            .ShouldBe(
                "Året\n\nPlan svarer sent, alltid og overalt. Se loven (https://lovdata.no/lov).\n\n"
                    + "3. Tre\n4. Fire\n  - Under\n\n  Sitat\n\n- Ett"
            );

    /// <summary>What the check refuses is text all the same, should it ever get as far as a page.</summary>
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](\"onmouseover=alert(1) x)")]
    [InlineData("![a](https://drammen.no/x.png)")]
    [InlineData("[a](https://x.no/\"onmouseover=\"alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("    <b>kode</b>")]
    [InlineData("```\n<b>kode</b>\n```")]
    public async Task lets_no_markup_through(string markdown)
    {
        var html = await HtmlAsync(markdown);
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("<b>");
        html.ShouldNotContain("href=\"javascript");
        html.ShouldNotContain("\"onmouseover");
    }

    private static async Task<string> HtmlAsync(string markdown)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (
                await renderer.RenderComponentAsync<TextBlocks>(
                    ParameterView.FromDictionary(
                        new Dictionary<string, object?>
                        {
                            [nameof(TextBlocks.Blocks)] = MarkdownReader.Read(markdown),
                            [nameof(TextBlocks.Under)] = 2,
                        }
                    )
                )
            ).ToHtmlString()
        );
    }
}
