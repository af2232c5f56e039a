using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;

namespace Ombud.Domain.Tests.Municipalities;

public sealed class ConfiguringAMunicipality
{
    private static readonly MunicipalityConfigured Wanted = Drammen.Configuration;

    [Fact]
    public void is_recorded_as_a_whole() => MunicipalityDecider.Decide(null, Wanted).ShouldRecord(Wanted);

    [Fact]
    public void the_same_again_records_nothing() =>
        MunicipalityDecider
            .Decide(Drammen.Now, Wanted with { Languages = [.. Wanted.Languages], Units = [.. Wanted.Units.Select(unit => unit with { })] })
            .ShouldRecordNothing();

    public static TheoryData<MunicipalityConfigured> Changes =>
        [
            Wanted with
            {
                Name = "Ny kommune",
            },
            Wanted with
            {
                Country = "DK",
            },
            Wanted with
            {
                TimeZone = "Europe/Copenhagen",
            },
            Wanted with
            {
                Language = "en",
            },
            Wanted with
            {
                Languages = ["nb"],
            },
            Wanted with
            {
                ReportingYearStart = "08-01",
            },
            Wanted with
            {
                InForceFrom = new(2019, 1, 1),
            },
            Wanted with
            {
                ServiceAreas = [.. Wanted.ServiceAreas.Reverse()],
            },
            Wanted with
            {
                Matters = [.. Wanted.Matters.Skip(1)],
            },
            Wanted with
            {
                Channels = [],
            },
            Wanted with
            {
                ReferralSources = [],
            },
            Wanted with
            {
                Units = [Wanted.Units[0] with { Nb = "Oppvekst" }, Wanted.Units[1]],
            },
            Wanted with
            {
                Outcomes = [.. Wanted.Outcomes, new("upheld", "Medhold", "Medhold", "Upheld")],
            },
            Wanted with
            {
                Bodies = null,
            },
            Wanted with
            {
                Bodies = [.. Wanted.Bodies!.Reverse()],
            },
            Wanted with
            {
                Council = "executive_committee",
            },
            Wanted with
            {
                ReportKinds = [ReportKind.Tertial],
            },
            Wanted with
            {
                DueSoonDays = 14,
            },
            Wanted with
            {
                CaseNumbers = "{year}-{seq:0000}",
            },
            Wanted with
            {
                AreaTerms = [new("sickness_benefit", "Sykepenger", "Sygedagpenge", "Sickness benefit", "P2W", new(2020, 1, 1))],
            },
            Wanted with
            {
                DeadlineRules = null,
            },
        ];

    [Theory]
    [MemberData(nameof(Changes))]
    public void differently_is_recorded_whatever_differs(MunicipalityConfigured changed) =>
        MunicipalityDecider.Decide(Drammen.Now, changed).ShouldRecord(changed);

    [Fact]
    public void names_every_fault_at_once() =>
        MunicipalityDecider
            .Decide(
                null,
                Wanted with
                {
                    Name = " ",
                    Country = "SE",
                    TimeZone = "Europe/Atlantis",
                    Language = "sv",
                    Languages = ["nb", "sv"],
                    ReportingYearStart = "13-01",
                    Matters = [new("Late Reply", "Sent svar", "Sent svar", "Late reply")],
                    Units = [new("schools", "Skole", "Skole", "Schools"), new("schools", "Skole", " ", "Schools")],
                    Channels = [new("letter", "Brev", "Brev", "Letter", Nn: " ")],
                }
            )
            .ShouldHaveFaults(
                "name required",
                "country unknown_country",
                "timeZone unknown_time_zone",
                "language unknown_language",
                "languages[1] unknown_language",
                "reportingYearStart invalid_date",
                "matters[0] invalid_code",
                "channels[0] label_missing",
                "units[1] duplicate",
                "units[1] label_missing"
            );

    [Fact]
    public void takes_the_first_body_for_the_council_unless_one_is_named()
    {
        Drammen.Now.Council.ShouldBe("city_council");
        Municipality.Evolve(Drammen.Now, Wanted with { Council = "executive_committee" }).Council.ShouldBe("executive_committee");
        Municipality.Evolve(Drammen.Now, Wanted with { Bodies = null }).Council.ShouldBeNull();
    }

    [Fact]
    public void names_a_council_that_is_one_of_its_bodies()
    {
        MunicipalityDecider.Decide(null, Wanted with { Council = "parliament" }).ShouldHaveFaults("council unknown_code");
        MunicipalityDecider.Decide(null, Wanted with { Bodies = null, Council = "city_council" }).ShouldHaveFaults("council unknown_code");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Health")]
    [InlineData("1st")]
    [InlineData("health-care")]
    [InlineData("helsestøtte")]
    [InlineData("health\n")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public void takes_no_code_that_is_not_snake_case_of_at_most_63_characters(string code) =>
        MunicipalityDecider
            .Decide(null, Wanted with { Channels = [new(code, "nb", "da", "en")] })
            .ShouldHaveFaults("channels[0] invalid_code");

    [Fact]
    public void takes_no_empty_place_in_a_list() =>
        MunicipalityDecider
            .Decide(null, Wanted with { Channels = [null!, new("email", "E-post", "E-mail", "E-mail")] })
            .ShouldHaveFaults("channels[0] required");

    [Fact]
    public void takes_no_control_characters_in_names_and_labels() =>
        MunicipalityDecider
            .Decide(null, Wanted with { Name = "Drammen\0", Channels = [new("email", "E\0post", "E-mail", "E-mail")] })
            .ShouldHaveFaults("name control_character", "channels[0].nb control_character");

    [Fact]
    public void says_what_it_owes_and_what_is_soon_or_leaves_that_to_Ombud()
    {
        var plain = Municipality.Evolve(null, Wanted);
        (plain.ReportKinds.Single(), plain.DueSoonDays).ShouldBe((ReportKind.Annual, 7));
        var said = Municipality.Evolve(null, Wanted with { ReportKinds = [ReportKind.Tertial], DueSoonDays = 14 });
        (said.ReportKinds.Single(), said.DueSoonDays).ShouldBe((ReportKind.Tertial, 14));
    }

    [Fact]
    public void owes_each_kind_of_report_once_and_no_status_report()
    {
        foreach (var kinds in new ReportKind[][] { [ReportKind.Annual, ReportKind.Annual], [ReportKind.Annual, ReportKind.Status] })
            MunicipalityDecider.Decide(null, Wanted with { ReportKinds = kinds }).ShouldHaveFaults("reportKinds invalid_value");
        MunicipalityDecider
            .Decide(null, Wanted with { ReportKinds = [ReportKind.Annual, ReportKind.Tertial] })
            .ShouldBeOfType<Decision.Accepted>();
    }

    [Fact]
    public void counts_and_decides_by_its_own_rules_and_bodies_where_it_has_any()
    {
        var own = Municipality.Evolve(
            null,
            Wanted with
            {
                AreaTerms = [new("sickness_benefit", "Sykepenger", "Sygedagpenge", "Sickness benefit", "P2W", new(2020, 1, 1))],
            }
        );
        own.Rules.Knows("drammen.reply").ShouldBeTrue();
        own.Rules.Areas.Single().Area.ShouldBe("sickness_benefit");
        own.Bodies.Contains("city_council").ShouldBeTrue();
        var none = Municipality.Evolve(null, Wanted with { DeadlineRules = null, AreaTerms = null, Bodies = null });
        (none.Rules.Knows("drammen.reply"), none.Rules.Areas.Count, none.Bodies.Codes.Count).ShouldBe((false, 0, 0));
    }

    [Fact]
    public void has_a_name_and_labels_of_200_characters_at_the_most()
    {
        string longest = new('x', 200);
        MunicipalityDecider
            .Decide(null, Wanted with { Name = longest, Channels = [new("email", longest, longest, longest)] })
            .ShouldBeOfType<Decision.Accepted>();
        MunicipalityDecider
            .Decide(null, Wanted with { Name = longest + "x", Channels = [new("email", longest, longest, longest + "x")] })
            .ShouldHaveFaults("name too_long", "channels[0].en too_long");
    }
}
