using NodaTime;
using Ombud.Api.FollowUp;
using Ombud.Api.Pages;
using Ombud.Api.Reports.Documents;
using Ombud.Api.Tables;
using Ombud.Domain.Municipalities;
using Ombud.Projections.FollowUp;
using Spectre.Console;

namespace Ombud.Api.CommandLine;

/// <summary>What has become of the recommendations.</summary>
internal sealed class FollowUpFormats(FollowUpReport followUp, Municipality municipality) : IReportFormats
{
    private readonly TextFormat _format = new(followUp.Language, municipality.Zone);

    public object Json => followUp;

    public IEnumerable<DocumentTable> Tables => FollowUpTables.All(followUp);

    public Instant AsOf => followUp.AsOf;

    public byte[] Workbook() =>
        XlsxDocument.Of(
            new(
                followUp.Language,
                _format.Text(FollowUpTexts.Title),
                ReportWords.Provenance,
                followUp.MunicipalityName,
                [(ReportWords.Municipality, followUp.MunicipalityName), (ReportWords.AsOf, $"{_format.Moment(AsOf)} ({_format.Zone.Id})")],
                ReportWords.HowCounted,
                [_format.Text(ChapterWords.NoteOnCouncil)]
            ),
            Tables
        );

    public Task<string> HtmlAsync(IServiceProvider services) =>
        PageRenderer.RenderAsync<FollowUpPage>(
            services,
            _format,
            null,
            (nameof(FollowUpPage.View), FollowUpView.OfFile(municipality, followUp))
        );

    public void Print(IAnsiConsole console) => new FollowUpPrinter(followUp, _format, console).Print();
}
