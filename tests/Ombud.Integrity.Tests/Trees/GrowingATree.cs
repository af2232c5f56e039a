using System.Security.Cryptography;
using Ombud.Integrity.Trees;

namespace Ombud.Integrity.Tests.Trees;

/// <summary>The tree in tiles is that of RFC 9162, which is written here once more, as the standard has it.</summary>
public sealed class GrowingATree
{
    private static readonly int[] Sizes = [1, 2, 3, 7, 255, 256, 257, 300, 511, 512, 513, 1000];

    [Fact]
    public async Task has_the_root_that_the_standard_defines_at_every_size()
    {
        var (tiles, leaves) = (new TreeTiles(), new List<byte[]>());
        Convert
            .ToHexStringLower(await tiles.Tree.RootAsync(0))
            .ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (var size = 1; size <= 600; size++)
        {
            leaves.Add(MerkleTree.Leaf(BitConverter.GetBytes(size)));
            tiles.Add(leaves[^1]);
            (await tiles.Tree.RootAsync(size)).ShouldBe(Root(leaves));
        }
    }

    [Fact]
    public async Task proves_every_leaf_at_every_size_and_no_other()
    {
        var (tiles, leaves) = Grown(1000);
        foreach (var size in Sizes)
        {
            var root = await tiles.Tree.RootAsync(size);
            for (var index = 0; index < size; index += size < 20 ? 1 : 13)
            {
                var path = await tiles.Tree.InclusionAsync(index, size);
                Included(leaves[index], index, size, path).ShouldBe(root, $"leaf {index} of {size}");
                Included(leaves[(index + 1) % 1000], index, size, path).ShouldNotBe(root);
            }
        }
    }

    [Fact]
    public async Task proves_that_each_tree_continues_each_earlier_one()
    {
        var (tiles, _) = Grown(1000);
        foreach (var to in Sizes)
        foreach (var from in Sizes.Where(size => size <= to))
        {
            var path = await tiles.Tree.ConsistencyAsync(from, to);
            var (first, second) = Continued(from, to, await tiles.Tree.RootAsync(from), path);
            (Convert.ToHexString(first), Convert.ToHexString(second)).ShouldBe(
                (Convert.ToHexString(await tiles.Tree.RootAsync(from)), Convert.ToHexString(await tiles.Tree.RootAsync(to))),
                $"{from} to {to}"
            );
        }
    }

    [Fact]
    public async Task goes_on_from_stored_tiles_where_it_was_left()
    {
        var (whole, leaves) = Grown(1000);
        foreach (var size in Sizes)
        {
            var stored = Grown(size).Tiles.TakeChanged().ToDictionary(tile => (tile.Level, tile.Tile), tile => tile.Hashes);
            var grown = new TreeTiles((level, tile) => Task.FromResult(stored.GetValueOrDefault((level, tile))));
            await grown.OpenAsync(size);
            foreach (var leaf in leaves.Skip(size))
                grown.Add(leaf);
            (await grown.Tree.RootAsync(1000)).ShouldBe(await whole.Tree.RootAsync(1000));
        }
    }

    private static (TreeTiles Tiles, List<byte[]> Leaves) Grown(int size)
    {
        var (tiles, leaves) = (new TreeTiles(), new List<byte[]>());
        for (var i = 0; i < size; i++)
        {
            leaves.Add(MerkleTree.Leaf(BitConverter.GetBytes(i)));
            tiles.Add(leaves[^1]);
        }
        return (tiles, leaves);
    }

    private static byte[] Root(List<byte[]> leaves)
    {
        if (leaves.Count == 1)
            return leaves[0];
        var k = 1;
        while (k * 2 < leaves.Count)
            k *= 2;
        return Parent(Root(leaves[..k]), Root(leaves[k..]));
    }

    /// <summary>RFC 9162, 2.1.3.2.</summary>
    private static byte[] Included(byte[] leaf, long index, long size, IReadOnlyList<byte[]> path)
    {
        var (fn, sn, r) = (index, size - 1, leaf);
        foreach (var p in path)
        {
            if (sn == 0)
                return [];
            if ((fn & 1) == 1 || fn == sn)
            {
                r = Parent(p, r);
                while ((fn & 1) == 0 && fn != 0)
                    (fn, sn) = (fn >> 1, sn >> 1);
            }
            else
                r = Parent(r, p);
            (fn, sn) = (fn >> 1, sn >> 1);
        }
        return sn == 0 ? r : [];
    }

    /// <summary>RFC 9162, 2.1.4.2.</summary>
    private static (byte[] First, byte[] Second) Continued(long from, long to, byte[] root, IReadOnlyList<byte[]> given)
    {
        if (from == to)
            return (root, root);
        List<byte[]> path = long.IsPow2(from) ? [root, .. given] : [.. given];
        var (fn, sn) = (from - 1, to - 1);
        while ((fn & 1) == 1)
            (fn, sn) = (fn >> 1, sn >> 1);
        var (fr, sr) = (path[0], path[0]);
        foreach (var c in path.Skip(1))
        {
            if (sn == 0)
                return ([], []);
            if ((fn & 1) == 1 || fn == sn)
            {
                (fr, sr) = (Parent(c, fr), Parent(c, sr));
                while ((fn & 1) == 0 && fn != 0)
                    (fn, sn) = (fn >> 1, sn >> 1);
            }
            else
                sr = Parent(sr, c);
            (fn, sn) = (fn >> 1, sn >> 1);
        }
        return sn == 0 ? (fr, sr) : ([], []);
    }

    private static byte[] Parent(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
}
