using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using static Ombud.Api.Tests.ImportedLines;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>What kind of inquiry it is, of whom, whether it was declined or forwarded.</summary>
public sealed class S35_WhatAnInquiryIs(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task an_inquiry_has_a_type_is_anonymous_or_not_is_declined_and_forwarded()
    {
        var address = await api.ReceiveAsync(
            new
            {
                receivedOn = "2023-05-02",
                number = "S35-1",
                inquiryType = "complaint",
                anonymous = true,
            }
        );

        await api.DoAsync($"{address}/description", new { inquiryType = "guidance", powerOfAttorneySeen = true });
        await api.DoAsync($"{address}/declining", new { reason = "outside_mandate", declinedOn = "2023-05-03" });
        await api.DoAsync($"{address}/forwarding", new { recipient = "legal_aid", forwardedOn = "2023-05-04" });
        var item = await api.DoAsync($"{address}/forwarding", new { recipient = "unit", forwardedOn = "2023-05-05" });

        ((string?)item["inquiryType"], (bool?)item["anonymous"], (bool?)item["powerOfAttorneySeen"]).ShouldBe(("guidance", true, true));
        ((string?)item["declineReason"], (string?)item["declinedOn"], (string?)item["status"]).ShouldBe(
            ("outside_mandate", "2023-05-03", "open")
        );
        item["forwardings"]!
            .AsArray()
            .Select(each => ((string?)each!["recipient"], (string?)each["forwardedOn"]))
            .ShouldBe([("legal_aid", "2023-05-04"), ("unit", "2023-05-05")]);
        var listed = (await api.GetAsync("/v1/cases?declineReason=outside_mandate&inquiryType=guidance")).ShouldBe(200).Json["items"]!;
        ((string?)listed.AsArray().ShouldHaveSingleItem()!["number"]).ShouldBe("S35-1");
    }

    [Fact]
    public async Task a_wrong_reason_is_replaced_and_a_second_one_is_refused()
    {
        var address = await api.ReceiveAsync(new { receivedOn = "2023-05-02", number = "S35-2" });
        await api.DoAsync($"{address}/declining", new { reason = "too_old", declinedOn = "2023-05-03" });

        ((string?)(await api.PostAsync($"{address}/declining", new { reason = "duplicate" })).ShouldBe(409).Json["type"]).ShouldEndWith(
            "inquiry-is-declined"
        );
        var mended = await api.DoAsync(
            $"{address}/entries/2/withdrawal",
            new { reason = "wrong reason", replacement = new { reason = "duplicate" } }
        );
        ((string?)mended["declineReason"], (string?)mended["declinedOn"]).ShouldBe(("duplicate", "2023-05-03"));
    }

    [Theory]
    [InlineData("nb", "Henvendelse beskrevet", "Avvist", "Utenfor mandatet", "Rettshjelp")]
    [InlineData("nn", "Henvending beskriven", "Avvist", "Utanfor mandatet", "Rettshjelp")]
    [InlineData("da", "Henvendelse beskrevet", "Afvist", "Uden for mandatet", "Retshjælp")]
    [InlineData("en", "Inquiry described", "Declined", "Outside the mandate", "Legal aid")]
    public async Task its_history_says_so_in_words(string language, params string[] words)
    {
        var address = await api.ReceiveAsync(new { receivedOn = "2023-05-02", inquiryType = "complaint" });
        await api.DoAsync($"{address}/declining", new { reason = "outside_mandate" });
        await api.DoAsync($"{address}/forwarding", new { recipient = "legal_aid" });

        var page = (await api.GetAsync($"{address.Replace("/v1/", "/")}/history?language={language}")).ShouldBe(200).Bytes;
        foreach (var word in words)
            WebUtility.HtmlDecode(Encoding.UTF8.GetString(page)).ShouldContain(word);
    }

    [Fact]
    public async Task a_municipality_that_gave_no_lists_has_the_usual_ones_and_may_give_its_own()
    {
        var municipality = (await api.GetAsync("/v1/municipality")).ShouldBe(200).Json;

        municipality["inquiryTypes"]!
            .AsArray()
            .Select(code => (string)code!["value"]!)
            .ShouldBe(["complaint", "guidance", "signposting", "consultative", "own_initiative", "observer"]);
        municipality["declineReasons"]!.AsArray().Count.ShouldBe(8);
        ((int)municipality["lists"]!["inquiryTypes"]!["version"]!).ShouldBe(1);
    }

    [Fact]
    public async Task inquiries_are_counted_beside_cases_also_those_outside_the_mandate_as_known_at_each_moment()
    {
        await api.RecordAllAsync(
            "drammen",
            Received("S35-10", "\"inquiryType\":\"complaint\",\"channel\":\"email\",\"withinMandate\":true,\"requiresResponse\":true"),
            Received("S35-11", "\"inquiryType\":\"guidance\",\"channel\":\"phone\",\"withinMandate\":true,\"requiresResponse\":false"),
            Received("S35-12", "\"inquiryType\":\"complaint\",\"channel\":\"phone\",\"withinMandate\":false"),
            Line("S35-12", "decline_inquiry", "2021-03-20", "\"reason\":\"outside_mandate\",\"declinedOn\":\"2021-03-03\""),
            Line(
                "S35-12",
                "withdraw_entry",
                "2021-03-25",
                "\"version\":4,\"reason\":\"wrong reason\",\"replacement\":{\"command\":\"decline_inquiry\",\"reason\":\"too_old\"}"
            )
        );

        var first = await ReportAsync("2021-03-15");
        (first.Count("inquiriesByType", "complaint"), first.Count("inquiriesByType", "guidance")).ShouldBe((2, 1));
        (first.Count("inquiriesByChannel", "phone"), first.Count("byChannel", "phone")).ShouldBe((2, 0));
        (first.Count("inquiriesByMonth", "2021-03"), first.Count("byMonth", "2021-03")).ShouldBe((3, 1));
        ((int)first["declined"]!, first.Counts("inquiriesByDeclineReason").Sum()).ShouldBe((0, 0));

        var second = await ReportAsync("2021-03-21");
        ((int)second["declined"]!, second.Count("inquiriesByDeclineReason", "outside_mandate")).ShouldBe((1, 1));
        ((string?)second["tables"]!["inquiriesByDeclineReason"]!["base"]).ShouldBe("declined");
        var third = await ReportAsync("2021-03-26");
        (third.Count("inquiriesByDeclineReason", "outside_mandate"), third.Count("inquiriesByDeclineReason", "too_old")).ShouldBe((0, 1));
        (await ReportAsync("2021-03-21"))["digest"]!.ToString().ShouldBe(second["digest"]!.ToString());
    }

    private Task<JsonNode> ReportAsync(string day) => api.ReportAsync($"{day}T12:00:00Z", "2021-01-01", "2021-12-31");

    private static string Received(string number, string fields) =>
        Line(number, "receive_case", "2021-03-10", $"\"receivedOn\":\"2021-03-02\",{fields}");
}
