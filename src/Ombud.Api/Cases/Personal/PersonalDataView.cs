using NodaTime;
using Ombud.Api.Pages;

namespace Ombud.Api.Cases.Personal;

/// <summary>What the page of a case's personal data shows.</summary>
public sealed class PersonalDataView
{
    internal PersonalDataView(string owner, PageAddress address, Guid id, string name, Instant asOf, PersonalData? read) =>
        (Owner, Address, Id, Name, AsOf, Read) = (owner, address, id, name, asOf, read);

    public string Owner { get; }

    public PageAddress Address { get; }

    public Guid Id { get; }

    /// <summary>The number of the case, or what stands for it.</summary>
    public string Name { get; }

    public Instant AsOf { get; }

    /// <summary>Null before it is said what for.</summary>
    internal PersonalData? Read { get; }
}
