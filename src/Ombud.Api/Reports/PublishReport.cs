using System.ComponentModel.DataAnnotations;
using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Reports;

namespace Ombud.Api.Reports;

/// <summary>A report to be published, on what is known at this moment. From then on nothing can be recorded before it.</summary>
/// <param name="Kind">Which of the municipality's reports it is.</param>
/// <param name="From">The period's first day.</param>
/// <param name="To">The period's last day.</param>
/// <param name="CutOff">The last day that counts; the period's last, or today where that is earlier, unless it is given.</param>
/// <param name="Language">The language of its words; the municipality's own, unless it is given.</param>
/// <param name="MinimumCell">The smallest count that is shown, but for 0, such as 3 or 5; 0 shows all.</param>
/// <param name="Title">Its title; the kind's, unless it is given.</param>
/// <param name="Supersedes">The report that it corrects, which has the same kind and period. That one stays as it is.</param>
/// <param name="Reason">Why it had to be corrected.</param>
/// <param name="Text">
/// The version of what the office wrote in it; the newest of the text of this kind, period and language, where one is begun, unless it is
/// given. A version without sections publishes the figures alone.
/// </param>
/// <param name="Id">The caller's own id for it; one is made where none is given.</param>
internal sealed record PublishReport(
    ReportKind Kind,
    LocalDate From,
    LocalDate To,
    LocalDate? CutOff = null,
    string? Language = null,
    [property: Range(0, ReportFaults.LargestMinimumCell)] int MinimumCell = 0,
    [property: MaxLength(Limits.Line)] string? Title = null,
    Guid? Supersedes = null,
    [property: MaxLength(Limits.Line)] string? Reason = null,
    GivenText? Text = null,
    [property: NotNil] Guid? Id = null
) : ICreating;

/// <summary>A text of a report, and which version of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">As the text gives it; the newest, unless it is given.</param>
internal sealed record GivenText(Guid Id, [property: Range(1, int.MaxValue)] int? Version = null);
