namespace Ombud.Domain.Tests;

public sealed class NamingFaults
{
    private static readonly Fault Fault = new("dueOn", "required", "Give the date.");

    private static FollowUpChecks Checks => References.Checks();

    [Fact]
    public void names_each_once_however_many_find_it() =>
        Checks.When(true, Fault).When(true, Fault with { Detail = "Again" }).Then(() => Fault).ShouldHaveFaults("dueOn required");

    [Fact]
    public void names_two_of_a_field_and_one_of_two_fields() =>
        Checks
            .When(true, Fault)
            .When(true, Fault with { Code = "too_early" })
            .When(true, Fault with { Field = "startsOn" })
            .When(false, Fault with { Field = "area" })
            .When(null, Fault with { Field = "area" })
            .Then(() => Fault)
            .ShouldHaveFaults("dueOn required", "dueOn too_early", "startsOn required");

    [Fact]
    public void does_not_say_that_a_day_is_too_early_of_which_something_is_said_already() =>
        Checks
            .When(true, Fault)
            .NotBefore("dueOn", References.Today, References.Tomorrow, "it was issued")
            .NotBefore("startsOn", References.Today, References.Tomorrow, "it was issued")
            .NotBefore("endsOn", References.Today, References.Today, "it was issued")
            .Then(() => Fault)
            .ShouldHaveFaults("dueOn required", "startsOn too_early");
}
