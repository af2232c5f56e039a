using System.CommandLine;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;
using Ombud.Api.Hosting;
using Ombud.Api.Http;
using Ombud.Api.Reports;
using Ombud.Api.Settings;
using Ombud.Api.Terminal;
using Ombud.Domain;
using Ombud.Domain.Reports;
using Ombud.Projections.Figures;
using Ombud.Projections.Municipalities;
using Ombud.Projections.StatisticalDisclosure;
using Ombud.Projections.Statistics;

namespace Ombud.Api.CommandLine;

/// <summary>Prints a report, or writes it as a document: the figures of a period, or the follow-up.</summary>
internal static class ReportCommand
{
    private const string FollowUp = "follow_up";

    public sealed record Wanted(
        string Municipality,
        ReportingPeriod Period,
        Instant? AsOf,
        string? Language,
        int MinimumCell = 0,
        LocalDate? CutOff = null,
        IReadOnlyList<TableName>? Tables = null
    );

    public static Command Create(Screen screen)
    {
        var (data, municipality) = (CommonOptions.Data(), CommonOptions.Municipality());
        var kind = new Option<string?>("--kind")
        {
            Description = "statistics, the figures of a period; or follow_up, what has become of the recommendations (default statistics).",
            HelpName = "KIND",
        };
        kind.AcceptOnlyFromAmong("statistics", "follow_up");
        var from = new Option<string>("--from")
        {
            Description = "The period's first day (default 2023-01-01, the demo's).",
            DefaultValueFactory = _ => LocalDatePattern.Iso.Format(Demo.From),
            HelpName = "DATE",
        };
        var to = new Option<string>("--to")
        {
            Description = "The period's last day (default 2023-06-13, the demo's).",
            DefaultValueFactory = _ => LocalDatePattern.Iso.Format(Demo.To),
            HelpName = "DATE",
        };
        var cutOff = new Option<string?>("--cut-off")
        {
            Description = "The last day that counts, where it is not the period's last.",
            HelpName = "DATE",
        };
        var asOf = CommonOptions.AsOf();
        var language = CommonOptions.Language();
        var minimumCell = new Option<int>("--minimum-cell")
        {
            Description = "The smallest count that is shown, but for 0, such as 3 or 5 (default 0: all are).",
            HelpName = "N",
        };
        var tables = new Option<string?>("--tables")
        {
            Description = "The tables in the place of the usual ones, such as cases.byUnit,cases.byUnit*matter.",
            HelpName = "NAMES",
        };
        var published = new Option<Guid?>("--published")
        {
            Description = "A published report, by its id, with what the office wrote in it.",
            HelpName = "ID",
        };
        var format = new Option<string?>("--format")
        {
            Description =
                "text; json, the document that the API answers; html, to print; pdf, to send; csv, a zip file of tables, or xlsx, a "
                + "workbook of them; the last three with -o (default text).",
            HelpName = "FORMAT",
        };
        format.AcceptOnlyFromAmong("text", "json", "html", "pdf", "csv", "xlsx");
        var json = new Option<bool>("--json") { Description = "The same as --format json." };
        var output = CommonOptions.Output();
        Command command = new(
            "report",
            "Prints the figures of a period, or the follow-up of recommendations, as known now or at a past moment."
        )
        {
            kind,
            from,
            to,
            cutOff,
            asOf,
            language,
            minimumCell,
            tables,
            published,
            format,
            json,
            output,
            municipality,
            data,
        };
        foreach (var day in new[] { from, to })
            day.Validators.Add(result => CheckDay(result.GetValueOrDefault<string>(), result.AddError));
        cutOff.Validators.Add(result => CheckDay(result.GetValueOrDefault<string?>(), result.AddError));
        minimumCell.Validators.Add(result =>
        {
            foreach (
                var fault in result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var given)
                    ? ReportFaults.MinimumCell(given)
                    : []
            )
                result.AddError($"--minimum-cell: {fault.Detail}");
        });
        tables.Validators.Add(result =>
        {
            foreach (var fault in TablesParameter.Read(result.GetValueOrDefault<string?>()).Faults)
                result.AddError($"--tables: {fault.Value} {fault.Detail}");
        });
        command.Validators.Add(result =>
        {
            // As it was written: a value that is no number cannot be got.
            if (result.GetResult(minimumCell)?.Tokens is [var least] && int.TryParse(least.Value, out var cell) && cell > 1)
                foreach (var fault in TablesParameter.SeveralTimes(TablesParameter.Read(result.GetValue(tables)).Names))
                    result.AddError($"--tables: {fault.Detail}");
        });
        command.Validators.Add(result =>
        {
            // As it was written: a value that is none of the formats cannot be got.
            var wanted = result.GetResult(format)?.Tokens is [var given, ..] ? given.Value : null;
            if (result.GetValue(json) && wanted is not (null or "json"))
                result.AddError("--json is the same as --format json; give one of them.");
            var file = wanted switch
            {
                "csv" => "a zip file of tables",
                "xlsx" => "a workbook",
                "pdf" => "no text",
                _ => null,
            };
            if (file is not null && result.GetResult(output) is null)
                result.AddError($"{wanted} is {file}: say where to write it with -o FILE.");
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(kind)?.Tokens is [{ Value: FollowUp }])
                foreach (
                    var given in ((Option[])[from, to, cutOff, minimumCell, tables]).Where(option =>
                        result.GetResult(option) is { Implicit: false }
                    )
                )
                    result.AddError(
                        $"{given.Name} does not apply to the follow-up: it has no period, and its counts are of "
                            + "recommendations, not of people."
                    );
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(published) is not null)
                foreach (
                    var given in ((Option[])[kind, from, to, cutOff, asOf, language, minimumCell, tables]).Where(option =>
                        result.GetResult(option) is { Implicit: false }
                    )
                )
                    result.AddError($"{given.Name} does not apply to a published report: it stays as it was published.");
        });
        command.SetAction(
            (parsed, cancel) =>
                CommonOptions.WithOmbudAsync(
                    CommonOptions.Settings(parsed, data, municipality),
                    async services =>
                    {
                        var code = services.GetRequiredService<IOptions<OmbudOptions>>().Value.Municipality;
                        var moment = await CommonOptions.MomentAsync(parsed, asOf, code, services, cancel);
                        var chosen = parsed.GetValue(json)
                            ? ReportFormat.Json
                            : Codes.Read<ReportFormat>(parsed.GetValue(format) ?? "text");
                        var written = new ReportOutput(chosen, parsed.GetValue(output));
                        if (parsed.GetValue(published) is { } id)
                            return await PublishedReport.PrintAsync(services, screen, code, id, written, cancel);
                        if (parsed.GetValue(kind) == FollowUp)
                            return await FollowUpOutput.PrintAsync(
                                services,
                                screen,
                                (code, moment, parsed.GetValue(language)),
                                written,
                                cancel
                            );
                        var period = new ReportingPeriod(Day(parsed.GetValue(from)!), Day(parsed.GetValue(to)!));
                        var wanted = new Wanted(
                            code,
                            period,
                            moment,
                            parsed.GetValue(language),
                            parsed.GetValue(minimumCell),
                            parsed.GetValue(cutOff) is { } cut ? Day(cut) : null,
                            TablesParameter.Read(parsed.GetValue(tables)).Names
                        );
                        return await PrintAsync(services, screen, wanted, cancel, written);
                    },
                    cancel
                )
        );
        return command;
    }

    public static async Task<int> PrintAsync(
        IServiceProvider services,
        Screen screen,
        Wanted wanted,
        CancellationToken cancel,
        ReportOutput? output = null
    )
    {
        if (
            await services.GetRequiredService<MunicipalityDirectory>().AsOfAsync(wanted.Municipality, wanted.AsOf, cancel)
            is not { } municipality
        )
        {
            await Console.Error.WriteLineAsync($"ombud: {CommonOptions.NotConfigured(wanted.Municipality)}");
            return 1;
        }
        var knownOn = municipality.DayOf(wanted.AsOf ?? services.GetRequiredService<IClock>().GetCurrentInstant());
        foreach (var fault in Moments.AsOfFaults(wanted.AsOf, services.GetRequiredService<IClock>()))
        {
            await Console.Error.WriteLineAsync($"ombud: --as-of: {fault.Detail}");
            return 1;
        }
        foreach (
            var fault in ReportFaults
                .Period(wanted.Period.From, wanted.Period.To, wanted.CutOff)
                .Concat(ReportFaults.CutOff(wanted.CutOff, knownOn))
        )
        {
            await Console.Error.WriteLineAsync($"ombud: --{(fault.Field == "cutOff" ? "cut-off" : fault.Field)}: {fault.Detail}");
            return 1;
        }
        var report = await services
            .GetRequiredService<StatisticsQuery>()
            .RunAsync(
                wanted.Municipality,
                municipality,
                wanted.Period with
                {
                    CutOff = wanted.CutOff ?? wanted.Period.To,
                },
                wanted.AsOf,
                wanted.Language ?? municipality.Language,
                cancel,
                tables: wanted.Tables
            );
        var shown = DisclosureControl.Apply(report, wanted.MinimumCell);
        await (output ?? new(ReportFormat.Text, null)).WriteAsync(
            new StatisticsFormats(shown, municipality.Zone),
            services,
            screen.Console,
            cancel
        );
        return 0;
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static void CheckDay(string? text, Action<string> error)
    {
        if (text is not null && !LocalDatePattern.Iso.Parse(text).Success)
            error($"'{text}' is not a date; write it like 2023-06-13.");
    }
}
