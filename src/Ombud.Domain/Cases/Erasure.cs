using NodaTime;

namespace Ombud.Domain.Cases;

/// <summary>Why what was written of a person is erased.</summary>
public enum ErasureReason
{
    /// <summary>The time is over for which it has to be kept, and the archive has it.</summary>
    RetentionEnded,

    /// <summary>It should never have been written down. This alone does not wait for the archive (GDPR article 17(1)(d)).</summary>
    UnlawfulContent,
}

/// <summary>Erases everything that was written of a person, in all their cases.</summary>
public sealed record ErasePerson(ErasureReason Reason);

/// <summary>
/// What may be erased. Documentation of a case is to be kept, and goes to the archive before it is erased (arkivlova § 12 in Norway,
/// arkivloven in Denmark; GDPR article 17(3)(b) and (d)).
/// </summary>
public static class Erasure
{
    /// <param name="cases">All cases of the person.</param>
    public static Refusal? Refusal(ErasePerson command, IReadOnlyCollection<(Guid Id, Case Case)> cases)
    {
        var waiting = cases
            .Where(each => each.Case is { Counted: true, DeliveredToArchiveOn: null })
            .Select(each => each.Case.Number ?? each.Id.ToString())
            .ToList();
        return command.Reason == ErasureReason.UnlawfulContent || waiting.Count == 0
            ? null
            : CaseRefusals.NotDelivered with
            {
                Because = $"Not delivered to the archive yet: {string.Join(", ", waiting)}.",
            };
    }

    public static PersonalDataErased Event(ErasePerson command, Guid person, LocalDate today) => new(today, person, command.Reason);
}
