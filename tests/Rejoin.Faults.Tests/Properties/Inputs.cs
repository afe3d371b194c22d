using CsCheck;

namespace Rejoin.Properties;

/// <summary>
/// The inputs of a property: the same ones in every run, so that a change is judged by what it changed; new ones when
/// <c>REJOIN_NEW_INPUTS=1</c>, as <c>./test long</c> sets it, so that something new can be found.
/// </summary>
internal static class Inputs
{
    // Fixed, so that the inputs do not depend on the number of processors.
    private const int Streams = 8;
    private const ulong Seed = 20_260_801;

    public static void Try<T>(this Gen<T> inputs, Action<T> property, long count, Func<T, string>? print = null) =>
        inputs.Try(
            input =>
            {
                property(input);
                return true;
            },
            count,
            print);

    public static void Try<T>(this Gen<T> inputs, Func<T, bool> property, long count, Func<T, string>? print = null)
    {
        if (Environment.GetEnvironmentVariable("REJOIN_NEW_INPUTS") == "1")
        {
            inputs.Sample(property, iter: count, print: print);
            return;
        }

        Parallel.For(0, Streams, stream =>
        {
            var random = new PCG((uint)stream, Seed);
            for (var number = (long)stream; number < count; number += Streams)
            {
                Check(inputs.Generate(random, null, out _), number, property, print);
            }
        });
    }

    public static void Try<T1, T2>(
        this Gen<(T1, T2)> inputs, Action<T1, T2> property, long count, Func<(T1, T2), string>? print = null) =>
        inputs.Try(input => property(input.Item1, input.Item2), count, print);

    public static void Try<T1, T2>(this Gen<(T1, T2)> inputs, Func<T1, T2, bool> property, long count) =>
        inputs.Try(input => property(input.Item1, input.Item2), count);

    public static void Try<T1, T2, T3>(this Gen<(T1, T2, T3)> inputs, Func<T1, T2, T3, bool> property, long count) =>
        inputs.Try(input => property(input.Item1, input.Item2, input.Item3), count);

    private static void Check<T>(T input, long number, Func<T, bool> property, Func<T, string>? print)
    {
        string Text() => $"Input {number}: {(print is null ? Convert.ToString(input, null) : print(input))}";
        try
        {
            if (property(input))
            {
                return;
            }
        }
        catch (Exception problem)
        {
            throw new InvalidOperationException(Text(), problem);
        }

        throw new InvalidOperationException(Text());
    }
}
