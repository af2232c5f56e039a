namespace Ombud.Integrity.Trees;

/// <summary>
/// The hashes of a tree in tiles of 256, as C2SP's tlog-tiles has them: those of level 0 are of leaves, each of the next level is over a
/// whole tile. A proof of one leaf in a million needs three tiles, and a tree that grows changes none but the last of each level.
/// </summary>
/// <param name="load">A tile that is not at hand; null for one that is not there.</param>
public sealed class TreeTiles(Func<int, long, Task<byte[]?>> load)
{
    public const int HashSize = 32;
    private const int Bits = 8;
    private const int Width = 1 << Bits;
    private readonly Dictionary<(int Level, long Tile), Tile> _tiles = [];
    private readonly HashSet<(int Level, long Tile)> _changed = [];
    private readonly List<long> _counts = [];

    /// <summary>With nothing to load: a tree that is made here.</summary>
    public TreeTiles()
        : this((_, _) => Task.FromResult<byte[]?>(null)) { }

    public MerkleTree Tree => new(NodeAsync);

    /// <summary>The tiles that were added to since they were loaded or last taken.</summary>
    public IReadOnlyList<(int Level, long Tile, byte[] Hashes)> TakeChanged()
    {
        var changed = _changed.Select(key => (key.Level, key.Tile, _tiles[key].Hashes)).ToList();
        _changed.Clear();
        return changed;
    }

    /// <summary>Makes a tree of this size ready to grow.</summary>
    public async Task OpenAsync(long size)
    {
        for (var (level, count) = (0, size); count > 0; level++, count >>= Bits)
        {
            _counts.Add(count);
            if (count % Width != 0)
                await TileAsync(level, count / Width);
        }
    }

    public void Add(byte[] leaf) => Add(0, leaf);

    private void Add(int level, ReadOnlySpan<byte> hash)
    {
        if (_counts.Count == level)
            _counts.Add(0);
        var place = _counts[level]++;
        var key = (level, place / Width);
        if (!_tiles.TryGetValue(key, out var tile))
            _tiles[key] = tile = new([]);
        tile.Set((int)(place % Width), hash);
        _changed.Add(key);
        if (place % Width == Width - 1)
            Add(level + 1, Folded(tile.Whole));
    }

    private async Task<byte[]> NodeAsync(int level, long index)
    {
        var (inTile, first) = (level % Bits, index << (level % Bits));
        var tile = await TileAsync(level / Bits, first / Width);
        return Folded(tile.Whole.AsSpan((int)(first % Width) * HashSize, (1 << inTile) * HashSize));
    }

    private async Task<Tile> TileAsync(int level, long tile) =>
        _tiles.TryGetValue((level, tile), out var known) ? known : _tiles[(level, tile)] = new(await load(level, tile) ?? []);

    private static byte[] Folded(ReadOnlySpan<byte> hashes)
    {
        if (hashes.Length == HashSize)
            return hashes.ToArray();
        var half = hashes.Length / 2;
        return MerkleTree.Parent(Folded(hashes[..half]), Folded(hashes[half..]));
    }

    /// <summary>Room for a whole tile, of which the first so many hashes are there.</summary>
    private sealed class Tile
    {
        private int _count;

        public Tile(byte[] hashes)
        {
            hashes.AsSpan(0, Math.Min(hashes.Length, Whole.Length)).CopyTo(Whole);
            _count = hashes.Length / HashSize;
        }

        public byte[] Whole { get; } = new byte[Width * HashSize];

        public byte[] Hashes => Whole[..(_count * HashSize)];

        public void Set(int place, ReadOnlySpan<byte> hash)
        {
            hash.CopyTo(Whole.AsSpan(place * HashSize));
            _count = place + 1;
        }
    }
}
