using System.Text.Json.Nodes;
using Ombud.Api.Tests.FollowUp;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>
/// Drammen's rules for feedback: it rests on several cases whose handling the ombud has seen, and the administration hears it before the
/// political level.
/// </summary>
public sealed class S21_Feedback(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Drammen = "drammen";
    private const string Text = "Søknader om startlån besvares for sent, og søkerne får ikke foreløpig svar.";

    [Fact]
    public async Task sixteen_cases_of_which_three_were_not_reviewed_are_a_basis_of_13_and_a_volume_of_16()
    {
        var feedback = await DraftAsync(reviewed: 13, others: 3);
        var line = await LineAsync(feedback);
        ((int)line["basis"]!, (int)line["volume"]!).ShouldBe((13, 16));

        var presented = (await PresentAsync(feedback, "administration-presentation", new { })).ShouldBe(200).Json["administration"]!
            .AsArray()
            .ShouldHaveSingleItem()!;
        ((int)presented["basis"]!, (int)presented["volume"]!).ShouldBe((13, 16));
        (await PresentAsync(feedback, "presentations", new { body = "executive_committee" })).ShouldBe(200);
        (await LineAsync(feedback))
            .Items("presentations")
            .Select(each => ((string?)each["body"], (int)each["basis"]!, (int)each["volume"]!))
            .ShouldBe([(null, 13, 16), ("executive_committee", 13, 16)]);
    }

    [Fact]
    public async Task more_cases_than_one_command_may_name_all_count()
    {
        await api.RecordAllAsync(
            "drammen",
            [
                .. Enumerable
                    .Range(0, 260)
                    .SelectMany(n =>
                        new[]
                        {
                            $$"""{"command":"receive_case","case":"S21-{{n:000}}","receivedOn":"2023-03-06","""
                                + """ "recordedAt":"2023-03-06T12:00:00Z"}""",
                            $$"""{"command":"review_handling","case":"S21-{{n:000}}","reviewedOn":"2023-03-07","""
                                + """ "recordedAt":"2023-03-07T12:00:00Z"}""",
                        }
                    ),
            ]
        );
        var cases = await Task.WhenAll(Enumerable.Range(0, 260).Select(n => api.IdAsync($"S21-{n:000}")));
        var feedback = await api.MakeAsync("/v1/feedback", new { text = Text, cases = cases[..130] }, Drammen);
        (await api.PostAsync($"/v1/feedback/{feedback}/basis-cases", new { cases = cases[130..] }, Drammen)).ShouldBe(200);
        var presented = (await PresentAsync(feedback, "administration-presentation", new { })).ShouldBe(200).Json["administration"]![0]!;
        ((int)presented["basis"]!, (int)presented["volume"]!).ShouldBe((260, 260));
    }

    [Fact]
    public async Task one_reviewed_case_is_too_few_unless_something_is_extraordinary()
    {
        var feedback = await DraftAsync(reviewed: 1, others: 3);
        (await PresentAsync(feedback, "administration-presentation", new { })).ShouldBeProblem(409, "feedback-needs-several-cases");
        (await api.PostAsync($"/v1/feedback/{feedback}/draft", new { extraordinary = "  " }, Drammen))
            .Faults()
            .ShouldBe([("text", "required")]);
        (await PresentAsync(feedback, "administration-presentation", new { })).ShouldBeProblem(409, "feedback-needs-several-cases");

        (await api.PostAsync($"/v1/feedback/{feedback}/draft", new { extraordinary = "Liv og helse" }, Drammen)).ShouldBe(200);
        (await PresentAsync(feedback, "administration-presentation", new { })).ShouldBe(200);
    }

    [Fact]
    public async Task no_reviewed_case_is_none_even_where_something_is_extraordinary()
    {
        var feedback = await DraftAsync(reviewed: 0, others: 2, extraordinary: "Liv og helse");
        (await PresentAsync(feedback, "administration-presentation", new { })).ShouldBeProblem(409, "feedback-needs-a-reviewed-case");
    }

    [Fact]
    public async Task the_formannskap_does_not_hear_it_before_the_administration()
    {
        var feedback = await DraftAsync(reviewed: 2, others: 0);
        (await PresentAsync(feedback, "presentations", new { body = "executive_committee" })).ShouldBeProblem(
            409,
            "administration-comes-first"
        );
        (await api.GetAsync($"/v1/feedback/{feedback}")).ETag.ShouldBe("\"1\"");
        (await PresentAsync(feedback, "administration-presentation", new { unit = "housing_office" })).ShouldBe(200);
        (await PresentAsync(feedback, "presentations", new { body = "executive_committee" })).ShouldBe(200);
    }

    [Fact]
    public async Task what_was_presented_is_not_reworded()
    {
        var feedback = await DraftAsync(reviewed: 2, others: 0);
        (await PresentAsync(feedback, "administration-presentation", new { })).ShouldBe(200);
        (await api.PostAsync($"/v1/feedback/{feedback}/draft", new { text = "Alt er i orden." }, Drammen)).ShouldBeProblem(
            409,
            "feedback-is-presented"
        );
    }

    [Theory]
    [InlineData("Personen med fødselsnummer 01017012345 ventet", "national_identity_number")]
    [InlineData("Skriv til kari.nordmann@example.no", "email_address")]
    [InlineData("Ring 32 04 00 00", "telephone_number")]
    [InlineData("Som i sak S21-9 ventet søkeren", "case_number")]
    public async Task a_text_that_is_not_general_is_refused_for_what_it_reveals(string text, string code)
    {
        if ((await api.GetAsync("/v1/cases?number=S21-9")).Json["items"]!.AsArray().Count == 0)
            await api.ReceiveAsync(new { number = "S21-9", receivedOn = "2023-03-06" });
        (await api.PostAsync("/v1/feedback", new { text, cases = await CasesAsync(1, 1) }, Drammen)).Faults().ShouldBe([("text", code)]);
    }

    private async Task<string> DraftAsync(int reviewed, int others, string? extraordinary = null) =>
        await api.MakeAsync(
            "/v1/feedback",
            new
            {
                text = Text,
                serviceArea = "municipal_housing",
                extraordinary,
                cases = await CasesAsync(reviewed + others, reviewed),
            },
            Drammen
        );

    /// <summary>So many cases, the first of them with a handling that the ombud has reviewed.</summary>
    private async Task<IReadOnlyList<string>> CasesAsync(int count, int reviewed)
    {
        var cases = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var address = await api.ReceiveAsync(
                new
                {
                    receivedOn = "2023-03-06",
                    withinMandate = true,
                    requiresResponse = true,
                    serviceArea = "municipal_housing",
                }
            );
            if (i < reviewed)
                await api.DoAsync($"{address}/handling-reviews", new { });
            cases.Add(address.Split('/')[^1]);
        }
        return cases;
    }

    private Task<Answer> PresentAsync(string feedback, string how, object body) =>
        api.PostAsync($"/v1/feedback/{feedback}/{how}", body, Drammen);

    private async Task<JsonNode> LineAsync(string feedback) =>
        (await api.ReadAsync("/v1/feedback", Drammen)).Items("items").Single(each => (string?)each["id"] == feedback);
}
