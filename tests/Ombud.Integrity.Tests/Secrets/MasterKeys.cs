using Ombud.Integrity.Secrets;

namespace Ombud.Integrity.Tests.Secrets;

public sealed class MasterKeys
{
    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(31)]
    [InlineData(33)]
    public void have_32_bytes(int length) =>
        Should
            .Throw<ArgumentException>(() => new MasterKey(new byte[length]))
            .Message.ShouldStartWith($"A master key has 32 bytes, this one has {length}.");

    [Fact]
    public void are_named_by_ids_that_reveal_nothing_about_them()
    {
        var bytes = MasterKey.NewBytes();
        new MasterKey(bytes).Id.ShouldBe(new MasterKey(bytes).Id);
        new MasterKey(bytes).Id.ShouldNotBe(new MasterKey(MasterKey.NewBytes()).Id);
        Convert.ToHexStringLower(bytes).ShouldNotContain(new MasterKey(bytes).Id);
    }
}
