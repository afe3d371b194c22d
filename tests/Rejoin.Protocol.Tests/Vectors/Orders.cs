using System.Text;

namespace Rejoin.Protocol.Tests.Vectors;

public sealed class Orders
{
    [Fact]
    public void Frames_of_the_orders_are_well_formed() => Assert.All(
        VectorFiles.Read("order.json")["vectors"]!.AsArray()
            .SelectMany(v => v!["before"]!.AsArray().Append(v["frame"]!.DeepClone()))
            .Select(f => (string)f!),
        frame => Assert.NotNull(MessageReader.ReadServer(Encoding.UTF8.GetBytes(frame), out _)));
}
