namespace Ombud.Domain.Entries;

/// <summary>Every rule that can refuse the withdrawal of an entry.</summary>
public static class EntryRefusals
{
    public static readonly Refusal NotFound = new(
        "entry-not-found",
        "There is no entry of this version.",
        "Read the history for the versions of its entries."
    );
    public static readonly Refusal IsWithdrawn = new(
        "entry-is-withdrawn",
        "The entry is withdrawn already, and nothing stands in its place.",
        "Record what should stand by its own endpoint."
    );
    public static readonly Refusal IsWithdrawal = new(
        "entry-is-a-withdrawal",
        "A withdrawal cannot be withdrawn.",
        "Record anew what was withdrawn wrongly."
    );
    public static readonly Refusal OthersRestOnIt = new(
        "others-rest-on-entry",
        "Later entries rest on this one.",
        "Withdraw those first, the latest first; or give a replacement."
    );
    public static readonly Refusal IsReceipt = new(
        "receipt-cannot-be-withdrawn",
        "An inquiry's receipt is what its case begins with.",
        "Correct the case, or void it where it should not have been registered."
    );
    public static readonly Refusal IsBeginning = new(
        "beginning-cannot-be-withdrawn",
        "Everything else rests on the entry that it begins with.",
        "Give a replacement; or withdraw or close it by its own endpoint."
    );
    public static readonly Refusal IsAutomatic = new(
        "entry-follows-from-others",
        "Ombud recorded this entry itself, as it follows from others.",
        "Withdraw or replace the entry that it follows from; this one goes with it."
    );
    public static readonly Refusal IsLink = new(
        "entry-belongs-to-another",
        "The entry shows what was recorded elsewhere.",
        "Withdraw or replace it there: in the recommendation that rests on this case, or in its duplicate. This one follows."
    );
    public static readonly Refusal IsDelivery = new(
        "archive-delivery-cannot-be-withdrawn",
        "Erasure may rest on the delivery to the archive.",
        "Add a note that says what is wrong with it."
    );
    public static readonly Refusal IsErasure = new(
        "erasure-cannot-be-withdrawn",
        "What was erased cannot be read again.",
        "Add what is still known as a note."
    );
    public static readonly Refusal IsPublication = new(
        "publication-cannot-be-withdrawn",
        "A published report stays as it was published.",
        "Mend the entries that it counts, and publish its successor."
    );

    public static IReadOnlyList<Refusal> All { get; } =
    [
        NotFound,
        IsWithdrawn,
        IsWithdrawal,
        OthersRestOnIt,
        IsReceipt,
        IsBeginning,
        IsAutomatic,
        IsLink,
        IsDelivery,
        IsErasure,
        IsPublication,
    ];
}
