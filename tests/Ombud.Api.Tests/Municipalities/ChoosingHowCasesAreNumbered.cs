using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Municipalities;

public sealed class ChoosingHowCasesAreNumbered(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task is_in_force_from_the_next_inquiry_until_it_is_left_out_again()
    {
        (await NumberAsync()).ShouldBeNull();
        await api.ReceiveAsync(new { receivedOn = "2023-03-06", number = "2023-0012" });
        (await PutAsync("{year}-{seq:0000}")).ShouldBe(200).ETag.ShouldBe("\"2\"");
        (await PutAsync("{year}-{seq:0000}")).ShouldBe(200).ETag.ShouldBe("\"2\"");
        (await NumberAsync()).ShouldBe("2023-0013");
        await PutAsync("{year}/{seq}");
        (await NumberAsync()).ShouldBe("2023/1");
        await PutAsync("{year}-{seq:0000}");
        (await NumberAsync()).ShouldBe("2023-0014");
        (await PutAsync(null)).ShouldBe(200).Json["caseNumbers"].ShouldBeNull();
        (await NumberAsync()).ShouldBeNull();
    }

    [Theory]
    [InlineData("{year}-{number}")]
    [InlineData("{seq}-{seq}")]
    [InlineData("2026 {seq}")]
    public async Task names_the_field_and_the_remedy_where_it_cannot_be_read(string numbers)
    {
        var refused = (await PutAsync(numbers)).ShouldBeProblem(400, "invalid-input");
        refused.Fields.ShouldBe(["caseNumbers"]);
        ((string)refused.Json["errors"]![0]!["detail"]!).ShouldContain("{year}-{seq:0000}");
    }

    private async Task<string?> NumberAsync() =>
        (string?)(await api.PostAsync("/v1/cases", new { receivedOn = "2023-03-06" })).ShouldBe(201).Json["number"];

    private Task<Answer> PutAsync(string? numbers)
    {
        var wanted = OmbudApi.Configuration();
        if (numbers is not null)
            wanted["caseNumbers"] = numbers;
        return api.SendAsync(HttpMethod.Put, "/v1/municipality", JsonContent.Create(wanted), "drammen", null);
    }
}
