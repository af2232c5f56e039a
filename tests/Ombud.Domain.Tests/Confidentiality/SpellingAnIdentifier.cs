using Ombud.Domain.Confidentiality;

namespace Ombud.Domain.Tests.Confidentiality;

public sealed class SpellingAnIdentifier
{
    [Theory]
    [InlineData("NO", "kari@example.no", " Kari@Example.NO ")]
    [InlineData("NO", "post@xn--blbrsaft-b0al.example", "post@BlåBærsaft.example")]
    [InlineData("NO", "kari.n+ombud@sub.example.no", "Kari.N+ombud@sub.example.no.")]
    public void of_an_address_otherwise_is_the_same(string country, string normal, string written) =>
        new PersonIdentifiers(Email: written).In(country).ShouldBe([new(IdentifierKind.Email, normal)]);

    [Theory]
    [InlineData("NO", "+4798765432", "98765432")]
    [InlineData("NO", "+4798765432", "987 65 432")]
    [InlineData("NO", "+4798765432", "+47 98 76 54 32")]
    [InlineData("NO", "+4798765432", "0047-98765432")]
    [InlineData("NO", "+4798765432", "(+47) 98765432")]
    [InlineData("DK", "+4598765432", "98 76 54 32")]
    [InlineData("DK", "+4798765432", "+47 98765432")]
    [InlineData("NO", "+46701234567", "+46 (0)70-123 45 67")]
    public void of_a_telephone_number_otherwise_is_the_same(string country, string normal, string written) =>
        new PersonIdentifiers(Telephone: written).In(country).ShouldBe([new(IdentifierKind.Telephone, normal)]);

    [Theory]
    [InlineData("NO", "31129956715", "311299 56715")]
    // A D-nummer has 40 added to its day.
    [InlineData("NO", "55067650017", "550676-50017")]
    // Given from 2032 on: the first control digit may leave 1, 2 or 3.
    [InlineData("NO", "30108299939", "30108299939")]
    // Of a person made up for tests: 80 is added to the month.
    [InlineData("NO", "01819012446", "01819012446")]
    [InlineData("DK", "0101650008", "010165-0008")]
    [InlineData("DK", "7007614285", "700761 4285")]
    public void of_a_national_id_otherwise_is_the_same(string country, string normal, string written) =>
        new PersonIdentifiers(NationalId: written).In(country).ShouldBe([new(IdentifierKind.NationalId, normal)]);

    [Theory]
    [InlineData("31129956714")]
    [InlineData("31129956725")]
    [InlineData("3112995671")]
    [InlineData("311299567155")]
    [InlineData("32129956715")]
    [InlineData("1234567890a")]
    [InlineData("")]
    public void that_no_norwegian_number_has_is_named(string written) => Faults("NO", new(NationalId: written)).ShouldBe(["id.nationalId"]);

    [Theory]
    [InlineData("3201650008")]
    [InlineData("0113650008")]
    [InlineData("010165000")]
    [InlineData("31129956715")]
    public void that_no_danish_number_has_is_named(string written) => Faults("DK", new(NationalId: written)).ShouldBe(["id.nationalId"]);

    [Theory]
    [InlineData("kari")]
    [InlineData("kari@example")]
    [InlineData("@example.no")]
    [InlineData("kari@@example.no")]
    [InlineData("kari@exa mple.no")]
    [InlineData("kari@example.no, ola@example.no")]
    [InlineData("kari@-example-.no")]
    [InlineData("kari@")]
    public void that_no_address_has_is_named(string written) => Faults("NO", new(Email: written)).ShouldBe(["id.email"]);

    [Theory]
    [InlineData("9876543")]
    [InlineData("987654321")]
    [InlineData("+47 9876543")]
    [InlineData("+0 98765432")]
    [InlineData("+4612345678901234")]
    [InlineData("98765432 privat")]
    [InlineData("02800")]
    public void that_no_telephone_number_has_is_named(string written) => Faults("NO", new(Telephone: written)).ShouldBe(["id.telephone"]);

    [Fact]
    public void is_asked_for_where_none_is_given()
    {
        Faults("NO", new()).ShouldBe(["id"]);
        new PersonIdentifiers().Faults("NO", within: null).Select(fault => fault.Field).ShouldBe(["nationalId"]);
    }

    [Fact]
    public void is_never_said_again()
    {
        var given = new PersonIdentifiers("31129956714", "kari", "98765432");
        $"{given} {string.Join(' ', given.In("NO"))} {string.Join(' ', given.Faults("NO", "id"))}".ShouldNotContain("98765432");
        given.Faults("NO", "id").ShouldAllBe(fault => fault.Value == null);
    }

    private static IEnumerable<string> Faults(string country, PersonIdentifiers given) =>
        given.Faults(country, "id").Select(fault => fault.Field);
}
