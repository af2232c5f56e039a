using System.Text.RegularExpressions;
using NodaTime;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Reports;

namespace Ombud.Domain.Municipalities;

/// <summary>Accepts a whole configuration or names every fault in it.</summary>
public static partial class MunicipalityDecider
{
    public static Decision Decide(Municipality? state, MunicipalityConfigured wanted)
    {
        var faults = Faults(state, wanted).ToList();
        return faults.Count > 0 ? new Decision.Invalid(faults)
            // The same configuration again is a restart, not a change.
            : state is not null && Same(Complete(state.Configuration), Complete(wanted)) ? Decision.Nothing
            : Decision.Record(wanted);
    }

    private static IEnumerable<Fault> Faults(Municipality? state, MunicipalityConfigured wanted)
    {
        if (string.IsNullOrWhiteSpace(wanted.Name))
            yield return new("name", "required", "Give the municipality's name.");
        foreach (var fault in Limits.Of(wanted))
            yield return fault;
        if (wanted.Country is not ("NO" or "DK"))
            yield return new("country", "unknown_country", "The country must be NO or DK.") { Value = wanted.Country };
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(wanted.TimeZone) is null)
            yield return new("timeZone", "unknown_time_zone", "Give an IANA time zone such as Europe/Oslo.") { Value = wanted.TimeZone };
        if (!Phrase.Languages.Contains(wanted.Language))
            yield return new("language", "unknown_language", $"The language must be {Phrase.AnyLanguage}.") { Value = wanted.Language };
        foreach (var (i, language) in wanted.Languages.Index().Where(each => !Phrase.Languages.Contains(each.Item)))
            yield return new($"languages[{i}]", "unknown_language", $"Each language must be {Phrase.AnyLanguage}.") { Value = language };
        if (!Municipality.MonthAndDay.Parse(wanted.ReportingYearStart).Success)
            yield return new("reportingYearStart", "invalid_date", "Give month and day of the reporting year's first day, such as 01-01.")
            {
                Value = wanted.ReportingYearStart,
            };
        if (wanted.ReportKinds is { } kinds && (kinds.Contains(ReportKind.Status) || kinds.Distinct().Count() != kinds.Count))
            yield return new(
                "reportKinds",
                "invalid_value",
                "Give each of annual, half_year, tertial and quarterly once at the most; a status report has no period of its own."
            );
        if (wanted.Council is not null && (wanted.Bodies ?? []).All(body => body?.Value != wanted.Council))
            yield return new("council", "unknown_code", "Name one of bodies.") { Value = wanted.Council };
        foreach (var (field, term) in new[] { ("acknowledgeWithin", wanted.AcknowledgeWithin), ("replyWithin", wanted.ReplyWithin) })
            if (term is not null && Term.Parse(term) is null)
                yield return new(field, "invalid_term", "Give a term such as P1WD (working days), P14D, P3W, P1M or P1Y.") { Value = term };
        if (wanted.CaseNumbers is { Length: <= CaseNumbers.Longest } numbers && CaseNumbers.Parse(numbers) is null)
            yield return new(
                "caseNumbers",
                "invalid_pattern",
                "Give {seq} once, or {seq:0000} with as many zeros as it has digits at the least, up to nine; {year} at most once; beside "
                    + "them only letters, digits and - / . _ in between. Such as {year}-{seq:0000}; or leave it out."
            )
            {
                Value = numbers,
            };
        foreach (var fault in LocalRuleFaults.In(wanted))
            yield return fault;
        foreach (var (i, settled) in (wanted.SettledDays ?? []).Index())
            if (wanted.SettledDays!.Take(i).Any(other => other.Day == settled.Day))
                yield return new($"settledDays[{i}].day", "duplicate", "A day is settled once: it moves deadlines, or it does not.")
                {
                    Value = Codes.Of(settled.Day),
                };
        foreach (var (i, table) in (wanted.ReportTables ?? []).Index())
        {
            if (wanted.ReportTables!.Take(i).Any(other => other.Table == table.Table))
                yield return new($"reportTables[{i}].table", "duplicate", "A report shows each table once.") { Value = table.Table };
            foreach (var fault in Limits.Of(table, $"reportTables[{i}]"))
                yield return fault;
        }
        foreach (var (i, later) in (wanted.LaterNames ?? []).Index())
        {
            if (string.IsNullOrWhiteSpace(later.Name))
                yield return new($"laterNames[{i}].name", "required", "Give the municipality's name.");
            if (wanted.LaterNames!.Take(i).Any(other => other.InForceFrom == later.InForceFrom))
                yield return new($"laterNames[{i}].inForceFrom", "duplicate", "Each day gives one name.")
                {
                    Value = $"{later.InForceFrom:uuuu-MM-dd}",
                };
            foreach (var fault in Limits.Of(later, $"laterNames[{i}]"))
                yield return fault;
        }
        foreach (var (name, codes) in Lists(wanted))
        {
            var earlier = state?.AllLists.Single(list => list.Name == name);
            foreach (var fault in Faults(name, codes).Concat(Replacing(name, codes, earlier)))
                yield return fault;
        }
    }

    private static IEnumerable<Fault> Faults(string list, IReadOnlyList<Code> codes)
    {
        for (var i = 0; i < codes.Count; i++)
        {
            var field = $"{list}[{i}]";
            if (codes[i] is not { } code)
            {
                yield return new(field, "required", "Give a code with its labels.");
                continue;
            }
            if (!SnakeCase().IsMatch(code.Value))
                yield return new(field, "invalid_code", "A code is lower-case letters, digits and underscores, and begins with a letter.")
                {
                    Value = code.Value,
                };
            if (codes.Take(i).Any(other => other?.Value == code.Value && other.Meets(code)))
                yield return new(field, "duplicate", "On each day a code stands in its list once: give inForceTo and inForceFrom.")
                {
                    Value = code.Value,
                };
            if (code.InForceTo < code.InForceFrom)
                yield return new($"{field}.inForceTo", "before_start", $"It is before inForceFrom, {code.InForceFrom:uuuu-MM-dd}.")
                {
                    Value = $"{code.InForceTo:uuuu-MM-dd}",
                };
            if (new[] { code.Nb, code.Nn ?? code.Nb, code.Da, code.En }.Any(string.IsNullOrWhiteSpace))
                yield return new(field, "label_missing", "Each code has a label in nb, da and en; nn may be left out.")
                {
                    Value = code.Value,
                };
            foreach (var fault in Limits.Of(code, field))
                yield return fault;
        }
    }

    /// <param name="earlier">The list as it was: what is dropped may be replaced.</param>
    private static IEnumerable<Fault> Replacing(string list, IReadOnlyList<Code> codes, CodeList? earlier) =>
        from code in codes.Index()
        from replaced in (code.Item?.Replaces ?? []).Index()
        let known = codes.Any(other => other?.Value == replaced.Item) || earlier?.EverContained(replaced.Item) == true
        where !known || replaced.Item == code.Item!.Value
        select new Fault(
            $"{list}[{code.Index}].replaces[{replaced.Index}]",
            known ? "invalid_value" : "unknown_code",
            known ? "A code does not replace itself: give its labels of other days as an entry of their own." : "Name a code of this list."
        )
        {
            Value = replaced.Item,
        };

    /// <summary>With what holds where nothing is given: to say it is no change.</summary>
    private static MunicipalityConfigured Complete(MunicipalityConfigured given)
    {
        var meant = Municipality.Evolve(null, given);
        return given with
        {
            DueSoonDays = meant.DueSoonDays,
            ReportKinds = meant.ReportKinds,
            Council = meant.Council,
            InquiryTypes = meant.InquiryTypes.Codes,
            DeclineReasons = meant.DeclineReasons.Codes,
            Recipients = meant.Recipients.Codes,
        };
    }

    private static bool Same(MunicipalityConfigured one, MunicipalityConfigured other) =>
        one with
        {
            Languages = [],
            ServiceAreas = [],
            Matters = [],
            Channels = [],
            ReferralSources = [],
            Units = [],
            Outcomes = [],
            DeadlineRules = null,
            AreaTerms = null,
            ReportKinds = null,
            Bodies = null,
            LaterNames = null,
            SettledDays = null,
            InquiryTypes = null,
            DeclineReasons = null,
            Recipients = null,
            ReportTables = null,
        }
            == other with
            {
                Languages = [],
                ServiceAreas = [],
                Matters = [],
                Channels = [],
                ReferralSources = [],
                Units = [],
                Outcomes = [],
                DeadlineRules = null,
                AreaTerms = null,
                ReportKinds = null,
                Bodies = null,
                LaterNames = null,
                SettledDays = null,
                InquiryTypes = null,
                DeclineReasons = null,
                Recipients = null,
                ReportTables = null,
            }
        && (one.ReportTables ?? []).SequenceEqual(other.ReportTables ?? [])
        && (one.LaterNames ?? []).SequenceEqual(other.LaterNames ?? [])
        && (one.SettledDays ?? []).SequenceEqual(other.SettledDays ?? [])
        && (one.ReportKinds ?? []).SequenceEqual(other.ReportKinds ?? [])
        && (one.AreaTerms ?? []).SequenceEqual(other.AreaTerms ?? [])
        && (one.DeadlineRules ?? []).Select(Said).SequenceEqual((other.DeadlineRules ?? []).Select(Said))
        && one.Languages.SequenceEqual(other.Languages)
        && Lists(one).Zip(Lists(other)).All(pair => pair.First.Codes.SequenceEqual(pair.Second.Codes));

    // Records with lists in them are equal only where the lists are the same object.
    private static (LocalRule, string, string) Said(LocalRule rule) =>
        (rule with { MovedBy = [], Pauses = null }, string.Join(' ', rule.MovedBy), string.Join(' ', rule.Pauses ?? []));

    private static IEnumerable<(string Name, IReadOnlyList<Code> Codes)> Lists(MunicipalityConfigured of) =>
        [
            ("serviceAreas", of.ServiceAreas),
            ("matters", of.Matters),
            ("channels", of.Channels),
            ("referralSources", of.ReferralSources),
            ("units", of.Units),
            ("outcomes", of.Outcomes),
            ("bodies", of.Bodies ?? []),
            ("inquiryTypes", of.InquiryTypes ?? []),
            ("declineReasons", of.DeclineReasons ?? []),
            ("recipients", of.Recipients ?? []),
        ];

    // \z, because $ would let a line feed follow.
    [GeneratedRegex(Limits.CodePattern + @"\z")]
    private static partial Regex SnakeCase();
}
