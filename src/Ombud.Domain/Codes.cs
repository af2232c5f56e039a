using System.Text.Json;

namespace Ombud.Domain;

/// <summary>Enumerations as the snake_case codes that stand for them outside the program.</summary>
public static class Codes
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <exception cref="InvalidOperationException">No value has this code.</exception>
    public static T Read<T>(string code)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => Of(value) == code).Select(value => (T?)value).FirstOrDefault()
            ?? throw new InvalidOperationException($"There is no {typeof(T).Name} '{code}'.");
}
