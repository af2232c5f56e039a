using System.Reflection;

namespace Ombud.Api.Http;

/// <summary>A text that is one of a few words, which a static member of a type lists.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneOfAttribute(Type type, string member) : Attribute
{
    public IEnumerable<string> Words =>
        type.GetMember(member).Single() switch
        {
            FieldInfo constant => (IEnumerable<string>)constant.GetValue(null)!,
            var property => (IEnumerable<string>)((PropertyInfo)property).GetValue(null)!,
        };
}
