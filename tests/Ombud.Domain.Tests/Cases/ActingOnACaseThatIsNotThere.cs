using Ombud.Domain.Cases;

namespace Ombud.Domain.Tests.Cases;

public sealed class ActingOnACaseThatIsNotThere
{
    public static TheoryData<CaseCommand> EverythingElse => new(VoidingACase.EveryCommand.Where(command => command is not ReceiveCase));

    [Theory]
    [MemberData(nameof(EverythingElse))]
    public void is_refused(CaseCommand command) => TheCase.Missing().When(command).ShouldBeRefused(CaseRefusals.NotFound);

    [Fact]
    public void is_tested_here_with_every_command_there_is() =>
        VoidingACase
            .EveryCommand.Select(command => command.GetType())
            .ShouldBe(typeof(CaseCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseCommand))), ignoreOrder: true);
}
