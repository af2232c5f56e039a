using System.CommandLine;
using Microsoft.Extensions.Options;
using NodaTime;
using Ombud.Api.Imports;
using Ombud.Api.Settings;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.CommandLine;

/// <summary>Writes a workbook to fill in with cases, for <c>import</c>.</summary>
internal static class TemplateCommand
{
    public static Command Create()
    {
        var (data, municipality, language) = (CommonOptions.Data(), CommonOptions.Municipality(), CommonOptions.Language());
        var output = CommonOptions.Output();
        var command = new Command(
            "template",
            "Writes a workbook (XLSX) to fill in with cases, with the municipality's lists of today to choose from; import takes it as "
                + "it is."
        )
        {
            municipality,
            language,
            output,
            data,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(output) is null && !Console.IsOutputRedirected)
                result.AddError("A workbook is nothing to read at a terminal: say where to write it with -o FILE or > FILE.");
        });
        command.SetAction(
            (parsed, cancel) =>
                CommonOptions.WithOmbudAsync(
                    CommonOptions.Settings(parsed, data, municipality),
                    services => WriteAsync(services, parsed.GetValue(language), parsed.GetValue(output), cancel),
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> WriteAsync(IServiceProvider services, string? language, string? path, CancellationToken cancel)
    {
        var code = services.GetRequiredService<IOptions<OmbudOptions>>().Value.Municipality;
        if (await services.GetRequiredService<MunicipalityDirectory>().AsOfAsync(code, null, cancel) is not { } municipality)
        {
            await Console.Error.WriteLineAsync($"ombud: {CommonOptions.NotConfigured(code)}");
            return 1;
        }
        var today = municipality.DayOf(services.GetRequiredService<IClock>().GetCurrentInstant());
        var workbook = await ImportTemplate.OfAsync(municipality, today, language ?? municipality.Language, cancel);
        await using var file = path is null ? Console.OpenStandardOutput() : File.Create(path);
        await file.WriteAsync(workbook, cancel);
        return 0;
    }
}
