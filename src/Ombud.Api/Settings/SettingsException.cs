namespace Ombud.Api.Settings;

/// <summary>Ombud cannot run as it was told to; the message says what to change.</summary>
internal sealed class SettingsException(string message, Exception? inner = null) : Exception(message, inner);
