namespace Ombud.Integrity.Tenancy;

/// <summary>
/// The role that callers' work runs as is not there and cannot be made; the message says what an administrator has to run.
/// </summary>
public sealed class RoleMissingException(string message, Exception cause) : Exception(message, cause)
{
    internal const string SqlState = "OM001";
}
