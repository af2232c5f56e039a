using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Ombud.Api.Municipalities;
using Ombud.Domain.Municipalities;

namespace Ombud.Api.Tests.Municipalities;

/// <summary>A list cannot lose a day on which a code of it was given. All that has a code here got it on 2 March 2023 or later.</summary>
public sealed class EndingACodeThatWasGiven(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Day = "2023-03-02";

    public static TheoryData<string, string, string, string> Given =>
        new()
        {
            { "serviceAreas", "transport", "2 cases have", Day },
            { "matters", "late_or_no_reply", "1 case has", Day },
            { "channels", "letter", "1 case has", Day },
            { "referralSources", "self", "1 case has", Day },
            { "units", "schools", "1 case has", Day },
            { "units", "housing_office", "1 case has", "2023-03-03" },
            { "outcomes", "guided", "1 case has", "2023-03-04" },
            { "inquiryTypes", "complaint", "1 case has", Day },
            { "declineReasons", "too_old", "1 case has", "2023-03-12" },
            { "recipients", "appeal_body", "1 case has", "2023-03-13" },
            { "units", "archive", "1 measure has", "2023-03-14" },
            { "bodies", "audit_committee", "1 planned meeting has", "2023-03-15" },
            { "serviceAreas", "other", "1 feedback item has", "2023-03-05" },
            { "units", "building_office", "1 feedback item has", "2023-03-06" },
            { "bodies", "control_committee", "1 feedback item has", "2023-03-07" },
            { "units", "home_care", "1 recommendation has", "2023-03-08" },
            { "bodies", "executive_committee", "1 report has", "2023-03-09" },
            { "bodies", "council", "1 report has", "2023-03-10" },
            { "bodies", "youth_council", "1 report has", "2023-03-11" },
        };

    [Fact]
    public void is_looked_at_in_every_list_of_a_municipality() =>
        Given
            .Select(row => row.Data.Item1)
            .Distinct()
            .ShouldBe(
                Municipality
                    .Evolve(null, MunicipalityFile.Read(OmbudApi.DemoFile("drammen.json")).Configuration)
                    .AllLists.Select(list => list.Name),
                ignoreOrder: true
            );

    [Theory]
    [MemberData(nameof(Given))]
    public async Task on_an_earlier_day_is_refused_and_names_the_list_the_code_and_how_many_have_it(
        string list,
        string code,
        string count,
        string first
    )
    {
        var municipality = $"ending-{Guid.NewGuid():N}";
        await RecordAsync(municipality);
        var ended = Configuration();
        var its = ended[list]!.AsArray().Single(each => (string?)each!["value"] == code)!;

        its["inForceTo"] = Earlier(first);
        var refused = (await PutAsync(municipality, ended)).ShouldBeProblem(409, "list-contradicts-recorded-days");
        ((string)refused.Json["detail"]!).ShouldContain(
            $"{list}: '{code}' would not be in force on days on which {count} it, the first of {first}."
        );
        // From the first day that is free of it on it may be ended.
        its["inForceTo"] = "2023-03-31";
        (await PutAsync(municipality, ended)).ShouldBe(200);
    }

    [Fact]
    public async Task is_refused_at_the_command_line_in_the_same_words()
    {
        await RecordAsync("ending-file");
        var ended = Configuration();
        ended["code"] = "ending-file";
        ended["channels"]!.AsArray().Single(each => (string?)each!["value"] == "letter")!["inForceTo"] = "2023-03-01";
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, ended.ToJsonString(), Encoding.UTF8, OmbudApi.Cancel);
        try
        {
            var configure = api.Services.GetRequiredService<MunicipalityHandler>();
            var refused = await Should.ThrowAsync<InvalidConfigurationException>(() =>
                configure.ConfigureAsync(MunicipalityFile.Read(file), "test", OmbudApi.Cancel)
            );
            refused.Message.ShouldContain("channels: 'letter' would not be in force on days on which 1 case has it");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task without_a_day_takes_it_out_of_use_and_leaves_it_readable()
    {
        await RecordAsync("ending-dropped");
        var dropped = Configuration();
        dropped["channels"]!.AsArray().Remove(dropped["channels"]!.AsArray().Single(each => (string?)each!["value"] == "letter"));
        (await PutAsync("ending-dropped", dropped)).ShouldBe(200);
        (await api.PostAsync("/v1/cases", new { receivedOn = Day, channel = "letter" }, "ending-dropped"))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["channel"]);
    }

    private async Task RecordAsync(string municipality)
    {
        (await PutAsync(municipality, Configuration())).ShouldBe(200);
        var address = await api.ReceiveAsync(
            new
            {
                receivedOn = Day,
                withinMandate = true,
                requiresResponse = true,
                channel = "letter",
                referralSource = "self",
                serviceArea = "transport",
                matters = new[] { "late_or_no_reply" },
                units = new[] { "schools" },
                inquiryType = "complaint",
            },
            municipality
        );
        var declined = await api.ReceiveAsync(new { receivedOn = "2023-03-12", serviceArea = "transport" }, municipality);
        await api.DoAsync($"{declined}/declining", new { reason = "too_old", declinedOn = "2023-03-12" }, municipality);
        await api.DoAsync($"{declined}/forwarding", new { recipient = "appeal_body", forwardedOn = "2023-03-13" }, municipality);
        var measure = await MakeAsync(
            "/v1/measures",
            new
            {
                title = "A course",
                status = "planned",
                loggedOn = Day,
            },
            municipality
        );
        await api.DoAsync($"{measure}/log", new { unit = "archive", loggedOn = "2023-03-14" }, municipality);
        await api.DoAsync($"{measure}/log", new { status = "in_progress", loggedOn = "2023-03-31" }, municipality);
        await MakeAsync(
            "/v1/meetings",
            new
            {
                meetingOn = "2023-03-15",
                plannedOn = Day,
                body = "audit_committee",
                kind = "annual",
                from = "2022-01-01",
                to = "2022-12-31",
            },
            municipality
        );
        var voided = await api.ReceiveAsync(
            new
            {
                receivedOn = Day,
                serviceArea = "transport",
                channel = "letter",
            },
            municipality
        );
        await api.DoAsync($"{voided}/forwarding", new { recipient = "appeal_body", forwardedOn = Day }, municipality);
        await api.DoAsync($"{voided}/voiding", new { reason = "A test" }, municipality);
        await api.DoAsync($"{address}/handling-reviews", new { reviewedOn = "2023-03-03" }, municipality);
        await api.DoAsync($"{address}/response-requests", new { unit = "housing_office", requestedOn = "2023-03-03" }, municipality);
        await api.DoAsync($"{address}/closure", new { outcome = "guided", closedOn = "2023-03-04" }, municipality);

        var feedback = await MakeAsync(
            "/v1/feedback",
            new
            {
                text = "Answers are late",
                cases = new[] { address.Split('/')[^1] },
                serviceArea = "other",
                extraordinary = "It is urgent",
                draftedOn = "2023-03-05",
            },
            municipality
        );
        await api.DoAsync(
            $"{feedback}/administration-presentation",
            new { unit = "building_office", presentedOn = "2023-03-06" },
            municipality
        );
        await api.DoAsync($"{feedback}/presentations", new { body = "control_committee", presentedOn = "2023-03-07" }, municipality);
        await MakeAsync(
            "/v1/recommendations",
            new
            {
                text = "Answer in time",
                addressees = new[] { "home_care" },
                issuedOn = "2023-03-08",
            },
            municipality
        );
        var report = await MakeAsync(
            "/v1/reports/registrations",
            new
            {
                kind = "annual",
                from = "2022-01-01",
                to = "2022-12-31",
                publishedOn = "2023-03-01",
            },
            municipality
        );
        await api.DoAsync(
            $"{report}/presentations",
            new
            {
                body = "executive_committee",
                handling = "orientation",
                presentedOn = "2023-03-09",
            },
            municipality
        );
        await api.DoAsync(
            $"{report}/decisions",
            new
            {
                body = "council",
                position = "endorsed",
                decidedOn = "2023-03-10",
            },
            municipality
        );
        await api.DoAsync(
            $"{report}/requests",
            new
            {
                body = "youth_council",
                text = "What was done?",
                askedOn = "2023-03-11",
            },
            municipality
        );
    }

    private async Task<string> MakeAsync(string address, object body, string municipality) =>
        (await api.PostAsync(address, body, municipality)).ShouldBe(201).Header("Location")!;

    private Task<Answer> PutAsync(string municipality, JsonObject wanted) =>
        api.SendAsync(HttpMethod.Put, "/v1/municipality", JsonContent.Create(wanted), municipality, null);

    private static string Earlier(string day) =>
        $"{DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).AddDays(-1):yyyy-MM-dd}";

    private static JsonObject Configuration()
    {
        var file = OmbudApi.Configuration();
        file.Remove("code");
        (file["inquiryTypes"], file["declineReasons"], file["recipients"]) = (new JsonArray(), new JsonArray(), new JsonArray());
        foreach (
            var (list, code) in new[]
            {
                ("units", "building_office"),
                ("units", "home_care"),
                ("units", "archive"),
                ("bodies", "youth_council"),
                ("bodies", "audit_committee"),
                ("recipients", "appeal_body"),
                ("inquiryTypes", "complaint"),
                ("declineReasons", "too_old"),
            }
        )
            if (file[list]!.AsArray().All(each => (string?)each!["value"] != code))
                file[list]!
                    .AsArray()
                    .Add(
                        (JsonNode)
                            new JsonObject
                            {
                                ["value"] = code,
                                ["nb"] = code,
                                ["da"] = code,
                                ["en"] = code,
                            }
                    );
        return file;
    }
}
