using System.Reflection;

namespace Ombud.Api.Http;

/// <summary>A text that is one of a few words, which a static member of a type lists.</summary>
/// <param name="name">What the contract calls such a word.</param>
/// <param name="says">What it is.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneOfAttribute(string name, string says, Type type, string member) : Attribute
{
    public string Name => name;

    public string Says => says;

    public IEnumerable<string> Words =>
        type.GetMember(member).Single() switch
        {
            FieldInfo constant => (IEnumerable<string>)constant.GetValue(null)!,
            var property => (IEnumerable<string>)((PropertyInfo)property).GetValue(null)!,
        };
}
