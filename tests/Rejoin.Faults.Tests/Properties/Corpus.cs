using CsCheck;

namespace Rejoin.Properties;

/// <summary>
/// The files that a reader is tried with: those of the vectors, and spoiled ones that are kept in the repository.
/// </summary>
internal sealed class Corpus
{
    private const int KeptBytes = 6_000;
    private const int CopiesOfEach = 3;
    private readonly string _kept;
    private readonly List<byte[]> _files;
    private readonly Mutator _mutator;

    /// <summary>A corpus.</summary>
    /// <param name="kept">Folder of the spoiled files.</param>
    /// <param name="sound">The files of the vectors, in a fixed order.</param>
    public Corpus(string kept, IEnumerable<string> sound)
    {
        _kept = kept;
        List<byte[]> vectors = [.. sound.Select(File.ReadAllBytes)];
        if (Environment.GetEnvironmentVariable("REJOIN_WRITE_VECTORS") == "1")
        {
            Write(vectors);
        }

        Kept = [.. Directory.EnumerateFiles(kept).Order(StringComparer.Ordinal)];
        _files = [.. vectors, .. Kept.Select(File.ReadAllBytes)];
        _mutator = new Mutator(_files);
    }

    /// <summary>Paths of the spoiled files.</summary>
    public IReadOnlyList<string> Kept { get; }

    /// <summary>Tries files that are spoiled at random. What fails is printed with its seed.</summary>
    public void Try(long count, Action<byte[]> property) => Gen.Select(Gen.Int[0, _files.Count - 1], Gen.Int).Try(
        (file, seed) => property(_mutator.Next(file, new Random(seed))),
        count,
        print: input => $"file {input.Item1}, random seed {input.Item2}, base64 "
            + Convert.ToBase64String(_mutator.Next(input.Item1, new Random(input.Item2))));

    private void Write(List<byte[]> vectors)
    {
        Directory.CreateDirectory(_kept);
        var mutator = new Mutator(vectors);
        var small = Enumerable.Range(0, vectors.Count).Where(i => vectors[i].Length is > 0 and < KeptBytes).ToArray();
        foreach (var mutation in Enum.GetValues<Mutation>())
        {
            for (var copy = 1; copy <= CopiesOfEach; copy++)
            {
                var random = new Random(((int)mutation * 100) + copy);
                var bytes = mutator.Apply(mutation, vectors[small[random.Next(small.Length)]], random);
                File.WriteAllBytes(Path.Combine(_kept, $"{mutation}-{copy}.bin"), bytes);
            }
        }
    }
}
