using System.ComponentModel;

namespace Ombud.Api.Http;

/// <summary>
/// Marks a query parameter that asks for what was known at a moment. A day is taken too, and means its end where the municipality is.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AsOfAttribute(string which = "What was known then; now, unless it is given.")
    : DescriptionAttribute($"{which} A day, such as 2023-06-13, means its end in the municipality's time zone, and today means now.");
