using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Ombud.Api.Cases;
using Ombud.Api.Hosting;
using Ombud.Api.Imports;
using Ombud.Api.Municipalities;
using Ombud.Api.Streams;
using Ombud.Api.Terminal;
using Ombud.Domain.Meetings;
using Ombud.Integrity;
using Spectre.Console;

namespace Ombud.Api.Tests.Imports;

/// <summary>The demo that a store has is finished where it was cut short, and left alone where another version made it.</summary>
public sealed class LoadingTheDemo(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await RunAsync("update ombud.mt_events set user_name = 'demo'");
        await LoadAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task again_adds_nothing()
    {
        var before = await CountAsync();
        before.ShouldBeGreaterThan(150);
        (await LoadAsync()).ShouldBeEmpty();
        (await CountAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData(
        "data = jsonb_set(data, '{name}', '\"Earlier\"')",
        "data = jsonb_set(data, '{name}', '\"Drammen kommune\"')",
        "type = 'municipality_configured' and tenant_id = 'drammen'",
        "was made by another version"
    )]
    [InlineData(
        "headers = jsonb_set(headers, '{import,digest}', '\"earlier\"')",
        "headers = jsonb_set(headers, '{import,digest}', headers -> 'kept')",
        "headers ? 'import' and tenant_id = 'drammen'",
        "does not take the files of this version (line 1: "
    )]
    public async Task of_another_version_is_left_alone_with_one_line(string change, string back, string where, string says)
    {
        await RunAsync(
            $"""
            update ombud.mt_events set headers = jsonb_set(headers, '{"{kept}"}', headers #> '{"{import,digest}"}')
            where {where} and headers ? 'import'
            """
        );
        await RunAsync($"update ombud.mt_events set {change} where {where}");
        try
        {
            var before = await CountAsync();
            var said = await LoadAsync();
            said.Trim().Split('\n').ShouldHaveSingleItem().ShouldStartWith("The demo is left as it is: ");
            said.ShouldContain(says);
            (await CountAsync()).ShouldBe(before);
        }
        finally
        {
            await RunAsync($"update ombud.mt_events set {back} where {where}");
        }
    }

    /// <summary>As a new process does, which has read nothing yet.</summary>
    private async Task<string> LoadAsync()
    {
        var store = api.Services.GetRequiredService<TenantEventStore>();
        var said = new StringWriter();
        await new Demo(
            store,
            new(api.Database, store),
            api.Services.GetRequiredService<MunicipalityHandler>(),
            api.Services.GetRequiredService<Importer>(),
            api.Services.GetRequiredService<CaseHandler>(),
            api.Services.GetRequiredService<ICommandHandler<Meeting, MeetingCommand>>(),
            api.Services.GetRequiredService<IClock>()
        ).LoadAsync(new Screen(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(said) })), OmbudApi.Cancel);
        return said.ToString();
    }

    /// <summary>Without what the deadline monitor records meanwhile.</summary>
    private async Task<long> CountAsync()
    {
        await using var command = api.Database.CreateCommand("select count(*) from ombud.mt_events where type <> 'response_overdue'");
        return (long)(await command.ExecuteScalarAsync(OmbudApi.Cancel))!;
    }

    private async Task RunAsync(string sql)
    {
        await using var command = api.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(OmbudApi.Cancel);
    }
}
