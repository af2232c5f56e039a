namespace Ombud.Domain.Cases;

/// <summary>Which commands bring confidential texts, or name whom they are about.</summary>
public static class ConfidentialCommands
{
    public static bool TellsOfAPerson(this CaseCommand command) =>
        command switch
        {
            ReceiveCase { Resident: null, Summary: null, PersonId: null, Identifiers: null } => false,
            ReceiveCase or VoidCase or DisqualifyHandler or CorrectCase or AddNote => true,
            WithdrawCaseEntry { Replacement: { } replacement } => replacement.TellsOfAPerson(),
            ForRequest { Command: RegisterResponse { Change: not null } or MoveRequest { Reason: not null } } => true,
            ForRequest { Command: RegisterPreliminaryReply or ExtendDeadline or WaiveDeadline } => true,
            _ => false,
        };
}
