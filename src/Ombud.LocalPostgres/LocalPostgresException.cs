namespace Ombud.LocalPostgres;

/// <summary>The private PostgreSQL cannot be had; the message is one that a user can act on.</summary>
public sealed class LocalPostgresException : Exception
{
    /// <summary>Prefer the constructor with a message: this exception is read by people.</summary>
    public LocalPostgresException() { }

    /// <param name="message">What is wrong, and what to do about it.</param>
    public LocalPostgresException(string message)
        : base(message) { }

    /// <param name="message">What is wrong, and what to do about it.</param>
    /// <param name="innerException">The operating system's account of it.</param>
    public LocalPostgresException(string message, Exception innerException)
        : base(message, innerException) { }
}
