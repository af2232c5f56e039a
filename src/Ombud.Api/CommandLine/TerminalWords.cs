using Ombud.Domain;
using Ombud.Projections.Statistics;

namespace Ombud.Api.CommandLine;

/// <summary>What the terminal says about the figures of a period, a line each. Dates are as options take them.</summary>
/// <param name="figure">Writes a figure, or the sign of one that is hidden.</param>
internal sealed class TerminalWords(Func<decimal?, string> figure)
{
    public static readonly Phrase Before = new("før", "før", "before");
    public static readonly Phrase YearBefore = new("året før", "året før", "year before");

    public static Phrase AsOf(string moment) =>
        new(
            $"slik det var registrert {moment}",
            $"som det var registreret {moment}",
            $"as of {moment}",
            $"slik det var registrert {moment}"
        );

    public static Phrase Numbered(Phrase table) =>
        new(
            $"{table.Nb}, nummerert som over",
            $"{table.Da}, nummereret som ovenfor",
            $"{table.En}, numbered as above",
            $"{table.Nn}, nummererte som over"
        );

    public static Phrase Digest(string? digest) => new($"avtrykk {digest}", $"aftryk {digest}", $"digest {digest}");

    public Phrase Counts(int? inquiries, int? cases, int? matters) =>
        new(
            $"{figure(inquiries)} henvendelser, {figure(cases)} saker, {figure(matters)} forhold",
            $"{figure(inquiries)} henvendelser, {figure(cases)} sager, {figure(matters)} klageforhold",
            $"{figure(inquiries)} inquiries, {figure(cases)} cases, {figure(matters)} matters",
            $"{figure(inquiries)} henvendingar, {figure(cases)} saker, {figure(matters)} forhold"
        );

    public Phrase People(int? people, int? unknown) =>
        new(
            $"{figure(people)} personer; {figure(unknown)} henvendelser fra ukjente",
            $"{figure(people)} personer; {figure(unknown)} henvendelser fra ukendte",
            $"{figure(people)} people; {figure(unknown)} inquiries of unknown people",
            $"{figure(people)} personar; {figure(unknown)} henvendingar frå ukjende"
        );

    public Phrase PercentOf(int? count) => new($"% av {figure(count)}", $"% af {figure(count)}", $"% of {figure(count)}");

    public Phrase Flow(FlowCounts flow)
    {
        var (start, received, reopened) = (figure(flow.OpenAtStart), figure(flow.Received), figure(flow.Reopened));
        var (closed, end) = (figure(flow.Closed), figure(flow.OpenAtEnd));
        return new(
            $"åpne ved starten {start} + mottatt {received} + gjenåpnet {reopened} - avsluttet {closed} = åpne ved slutten {end}",
            $"åbne ved starten {start} + modtaget {received} + genoptaget {reopened} - afsluttet {closed} = åbne ved slutningen {end}",
            $"open at start {start} + received {received} + reopened {reopened} - closed {closed} = open at end {end}",
            $"opne ved starten {start} + motteke {received} + gjenopna {reopened} - avslutta {closed} = opne ved slutten {end}"
        );
    }

    public Phrase Responses(Spread days)
    {
        var (n, median, p90, most) = (figure(days.N), figure(days.MedianDays), figure(days.P90Days), figure(days.MaximumDays));
        return days.N == 0
            ? new($"svar fra kommunen {n}", $"svar fra forvaltningen {n}", $"responses of the administration {n}", $"svar frå kommunen {n}")
            : new(
                $"svar fra kommunen {n}, dager: median {median}, ni av ti innen {p90}, høyst {most}",
                $"svar fra forvaltningen {n}, dage: median {median}, ni af ti inden {p90}, højst {most}",
                $"responses of the administration {n}, days: median {median}, nine of ten within {p90}, at most {most}",
                $"svar frå kommunen {n}, dagar: median {median}, ni av ti innan {p90}, høgst {most}"
            );
    }

    public Phrase Deadlines(Timeliness counts, int? breaches)
    {
        var (met, late, none, pending) = (figure(counts.Met), figure(counts.Late), figure(counts.None), figure(counts.Pending));
        return new(
            $"frister i tide {met}, for sent {late}, ikke svart {none}, løper ennå {pending}; brudd på lovfrist {figure(breaches)}",
            $"frister rettidigt {met}, for sent {late}, ikke besvaret {none}, løber endnu {pending}; brud på lovfrist {figure(breaches)}",
            $"deadlines met {met}, late {late}, unanswered {none}, pending {pending}; breaches of statutory terms {figure(breaches)}",
            $"fristar i tide {met}, for seint {late}, ikkje svart {none}, løper enno {pending}; brot på lovfrist {figure(breaches)}"
        );
    }

    public static Phrase Hidden(int minimum, string sign) =>
        new(
            $"antall under {minimum} vises ikke, heller ikke det som ville røpet dem: {sign}",
            $"antal under {minimum} vises ikke, heller ikke det, der ville røbe dem: {sign}",
            $"counts below {minimum} are not shown, nor what would give them away: {sign}",
            $"antal under {minimum} er ikkje viste, heller ikkje det som ville røpt dei: {sign}"
        );
}
