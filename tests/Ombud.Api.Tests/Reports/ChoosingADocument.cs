using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Ombud.Api.Http;
using Ombud.Api.Reports.Documents;
using Ombud.Api.Tests.Acceptance;
using Ombud.Testing.Contract;

namespace Ombud.Api.Tests.Reports;

public sealed class ChoosingADocument(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("text/html", "text/html")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [InlineData("application/zip", "application/zip")]
    public async Task is_by_what_the_caller_takes(string? accept, string type)
    {
        var answer = (await api.DocumentAsync(accept)).ShouldBe(200);
        answer.ContentType.ShouldBe(type);
        answer.Header("Vary").ShouldBe("Accept, Accept-Language");
    }

    [Fact]
    public async Task takes_a_table_where_it_is_csv()
    {
        var answer = (await api.DocumentAsync("text/csv", "&table=by-month")).ShouldBe(200);
        answer.Header("Content-Type").ShouldBe("text/csv; charset=utf-8; header=present");
        answer.Header("Content-Disposition")!.ShouldContain("drammen-2023-01-01-2023-06-13-by-month.csv");
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("application/xml, text/plain;q=0.5")]
    [InlineData("application/json;q=0")]
    [InlineData("nonsense")]
    public async Task is_refused_where_none_is_taken(string accept)
    {
        var answer = (await api.DocumentAsync(accept)).ShouldBeProblem(406, "not-acceptable");
        answer.Header("Vary").ShouldBe("Accept, Accept-Language");
    }

    [Theory]
    [InlineData("text/csv", "", "required")]
    [InlineData("text/csv", "&table=byMonth", "unknown_table")]
    [InlineData("application/zip", "&table=by-month", "not_applicable")]
    [InlineData("application/json", "&table=by-month", "not_applicable")]
    public async Task names_what_is_wrong_with_the_table(string accept, string rest, string code)
    {
        var error = (await api.DocumentAsync(accept, rest)).ShouldBeProblem(400, "invalid-input").Json["errors"]![0]!;
        ((string?)error["field"], (string?)error["code"]).ShouldBe(("table", code));
        if (accept == "text/csv")
            foreach (var name in ReportTables.Names)
                ((string?)error["detail"])!.ShouldContain(name);
    }

    [Theory]
    [InlineData("text/csv, */*", "text/csv")]
    [InlineData("text/*", "text/html")]
    [InlineData("*/*, application/json;q=0", "text/html")]
    [InlineData("TEXT/HTML;level=1;q=0.4, application/zip;q=0.3", "text/html")]
    [InlineData("application/zip, application/json", "application/json")]
    [InlineData("", "application/json")]
    public void weighs_what_is_said_most_closely(string accept, string type) =>
        Accept.Best(new StringValues(accept), ReportDocument.Types).ShouldBe(type);

    [Fact]
    public async Task gives_a_page_that_lets_nothing_in_but_its_own_styles()
    {
        var answer = (await api.DocumentAsync("text/html")).ShouldBe(200);
        var hashes = Encoding
            .UTF8.GetString(answer.Bytes)
            .Split("<style>")[1..]
            .Select(style => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style.Split("</style>")[0])))}'");
        answer
            .Header("Content-Security-Policy")
            .ShouldBe(
                $"default-src 'none'; style-src {string.Join(' ', hashes)}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
            );
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
        answer.Header("Cache-Control").ShouldBe("no-store");
        answer.Header("Content-Language").ShouldBe("nb");
    }

    [Fact]
    public void is_in_the_contract()
    {
        var operation = OpenApi.Read().Operations.Single(each => each.Id == "readStatistics");
        operation.Answers["200"]["content"]!.AsObject().Select(content => content.Key).ShouldBe(ReportDocument.Types, ignoreOrder: true);
        operation.Answers.Keys.ShouldContain("406");
        operation.Parameters.ShouldContain(parameter => (string?)parameter["name"] == "table");
    }

    [Fact]
    public async Task changes_nothing_of_the_json() =>
        (await api.DocumentAsync("application/json")).Bytes.ShouldBe((await api.GetAsync(DrammenReport.Address())).Bytes);
}
