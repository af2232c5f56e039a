using Ombud.Api.Http;
using Ombud.Api.Streams;
using Ombud.Domain;
using Ombud.Domain.Feedback;
using Ombud.EventStore;
using Ombud.Projections;
using Ombud.Projections.Cases;
using Ombud.Projections.Engine;

namespace Ombud.Api.Feedback;

/// <summary>Where every command on feedback is handled.</summary>
internal sealed class FeedbackDesk(IEventStore store, Clerk clerk, CaseQueries cases) : IDesk<FeedbackItem, FeedbackCommand>
{
    private readonly Recorder<FeedbackItem> _recorder = new(store, OmbudStreams.Feedback);

    public async Task<Outcome<FeedbackItem>> HandleAsync(Caller caller, Guid id, FeedbackCommand command, long? expectedVersion, CancellationToken cancel)
    {
        var numbers = await CaseNumbersAsync(caller, command, cancel);
        return await _recorder.RecordAsync(
            id, clerk.Request(caller, [id], Named(command), await HeldAsync(caller, id, command, cancel)), expectedVersion,
            (state, writing) => clerk.Decide(caller, writing, (FollowUpChecks check) => FeedbackDecider.Decide(state, command, check, numbers.Contains)), cancel);
    }

    private static IReadOnlyList<Guid> Named(FeedbackCommand command) => command switch
    {
        DraftFeedback draft => draft.Cases,
        AttachCases attach => attach.Cases,
        _ => [],
    };

    /// <summary>The cases that a presentation rests on stand in the feedback itself: several commands may have brought more than one may name.</summary>
    private async Task<IReadOnlyList<Guid>> HeldAsync(Caller caller, Guid id, FeedbackCommand command, CancellationToken cancel) =>
        command is PresentToAdministration or PresentFeedback ? OmbudStreams.Feedback.Fold(await store.ReadStreamAsync(caller.Tenant, id, cancel))?.Cases ?? [] : [];

    private async Task<IReadOnlySet<string>> CaseNumbersAsync(Caller caller, FeedbackCommand command, CancellationToken cancel)
    {
        var text = (command as DraftFeedback)?.Text ?? (command as RedraftFeedback)?.Text;
        return text is null ? new HashSet<string>() : (await cases.IdsByNumberAsync(caller.Tenant, [.. GeneralForm.Numbers(text)], cancel)).Keys.ToHashSet();
    }
}
