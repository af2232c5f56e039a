namespace Ombud.Projections.Tests.FollowUp;

/// <summary>Something that an office does about its follow-up.</summary>
/// <param name="Target">Which report, recommendation, measure, piece of feedback or case.</param>
/// <param name="Imported">Whether it comes with recorded times of its own, several entries at once.</param>
/// <param name="Gap">If it does: microseconds since the stream's last entry, 0 for the same append.</param>
internal sealed record Step(int Office, StepKind Kind, int Target, bool Imported, long Gap, int Seed);

internal enum StepKind
{
    Register,
    Present,
    Decide,
    Ask,
    Account,
    Issue,
    Answer,
    Assess,
    State,
    Close,
    Reopen,
    Withdraw,
    Start,
    Log,
    Link,
    Unlink,
    Draft,
    Redraft,
    Attach,
    Inform,
    Publish,
    Plan,
    Move,
    Cancel,
    Begin,
    Write,
    Remove,
    Receive,
    Review,
    Void,
}
