using System.Buffers;
using System.Numerics;
using System.Security.Cryptography;

namespace Ombud.Integrity.Trees;

/// <summary>The Merkle tree of RFC 9162, section 2.1: its root at any size, and the paths that prove a leaf and an earlier tree.</summary>
/// <param name="node">The hash over the 2^level leaves from index * 2^level on, where all of them are there.</param>
public sealed class MerkleTree(Func<int, long, Task<byte[]>> node)
{
    private const byte OfLeaf = 0;
    private const byte OfParent = 1;

    public static byte[] Leaf(ReadOnlySpan<byte> data)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(data.Length + 1);
        bytes[0] = OfLeaf;
        data.CopyTo(bytes.AsSpan(1));
        var hash = SHA256.HashData(bytes.AsSpan(0, data.Length + 1));
        ArrayPool<byte>.Shared.Return(bytes);
        return hash;
    }

    public static byte[] Parent(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => SHA256.HashData([OfParent, .. left, .. right]);

    public async Task<byte[]> RootAsync(long size) => size == 0 ? SHA256.HashData([]) : await RangeAsync(0, size);

    /// <summary>What has to be hashed with a leaf, from the leaf upwards, to get the root.</summary>
    public async Task<IReadOnlyList<byte[]>> InclusionAsync(long index, long size)
    {
        var (path, first, before) = (new List<byte[]>(), 0L, size);
        while (before - first > 1)
        {
            var middle = first + LeftSize(before - first);
            if (index < middle)
            {
                path.Add(await RangeAsync(middle, before));
                before = middle;
            }
            else
            {
                path.Add(await RangeAsync(first, middle));
                first = middle;
            }
        }
        path.Reverse();
        return path;
    }

    /// <summary>What proves that the tree of one size begins with the tree of another.</summary>
    public async Task<IReadOnlyList<byte[]>> ConsistencyAsync(long from, long to)
    {
        if (from == 0 || from == to)
            return [];
        var (path, first, before, whole) = (new List<byte[]>(), 0L, to, true);
        while (from != before)
        {
            var middle = first + LeftSize(before - first);
            if (from <= middle)
            {
                path.Add(await RangeAsync(middle, before));
                before = middle;
            }
            else
            {
                path.Add(await RangeAsync(first, middle));
                (first, whole) = (middle, false);
            }
        }
        // The earlier root is known to whoever asks, unless the earlier tree is more than the part that is left.
        if (!whole)
            path.Add(await RangeAsync(first, before));
        path.Reverse();
        return path;
    }

    private async Task<byte[]> RangeAsync(long first, long before)
    {
        var count = before - first;
        if (BitOperations.IsPow2(count))
            return await node(BitOperations.Log2((ulong)count), first / count);
        var middle = first + LeftSize(count);
        var left = await RangeAsync(first, middle);
        var right = await RangeAsync(middle, before);
        return Parent(left, right);
    }

    /// <summary>The greatest power of two below.</summary>
    private static long LeftSize(long count) => 1L << BitOperations.Log2((ulong)(count - 1));
}
