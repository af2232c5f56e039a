using Ombud.Api.Http;
using Ombud.Api.Streams;
using Ombud.Domain;
using Ombud.Domain.Feedback;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Projections.Cases;
using Ombud.Projections.Engine;

namespace Ombud.Api.Feedback;

/// <summary>Every command on feedback.</summary>
internal sealed class FeedbackHandler(CommandSessions sessions, TenantEventStore store, CaseQueries cases)
    : ICommandHandler<FeedbackItem, FeedbackCommand>
{
    public async Task<Outcome<FeedbackItem>> HandleAsync(
        Caller caller,
        Guid id,
        FeedbackCommand command,
        ExpectedVersions? expectedVersion,
        CancellationToken cancel
    )
    {
        var numbers = await CaseNumbersAsync(caller, command, cancel);
        var held = await HeldAsync(caller, id, command, cancel);
        var named = ReferenceLookup.NamedBy(command);
        await using var session = await sessions.OpenAsync(caller.Tenant, caller.Metadata, [id], cancel, named, held);
        var decision = session.Decide(_ =>
            FeedbackDecider.Decide(session.State(OmbudStreams.Feedback, id), command, session.FollowUpChecks(), numbers.Contains)
        );
        return await session.SaveAsync(OmbudStreams.Feedback, id, expectedVersion, decision, cancel);
    }

    /// <summary>
    /// The cases that a presentation rests on stand in the feedback itself: several commands may have brought more than one may name.
    /// </summary>
    private async Task<IReadOnlyList<Guid>> HeldAsync(Caller caller, Guid id, FeedbackCommand command, CancellationToken cancel) =>
        command is PresentToAdministration or PresentFeedback or WithdrawFeedbackEntry { Replacement: not null }
            ? OmbudStreams.Feedback.Fold(await store.FetchStreamAsync(caller.Tenant, id, cancel))?.Cases ?? []
            : [];

    private async Task<IReadOnlySet<string>> CaseNumbersAsync(Caller caller, FeedbackCommand command, CancellationToken cancel)
    {
        if (command is WithdrawFeedbackEntry { Replacement: { } replacement })
            return await CaseNumbersAsync(caller, replacement, cancel);
        var text = (command as DraftFeedback)?.Text ?? (command as RedraftFeedback)?.Text;
        return text is null
            ? new HashSet<string>()
            : (await cases.IdsByNumberAsync(caller.Tenant, [.. GeneralForm.Numbers(text)], cancel)).Keys.ToHashSet();
    }
}
