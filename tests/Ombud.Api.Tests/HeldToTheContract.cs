using System.IO.Compression;
using Microsoft.AspNetCore.WebUtilities;
using Ombud.Testing.Contract;

namespace Ombud.Api.Tests;

/// <summary>Lets every exchange of the tests pass, and fails the test where one is not as the contract has it.</summary>
internal sealed class HeldToTheContract : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        if (ContractCheck.Committed.Find(request.Method, request.RequestUri!.AbsolutePath) is not { } operation)
            return response;
        // What went wrong is told to a browser in a page; the contract is for programs.
        if (!response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == "text/html")
            return response;
        // A stream that goes on is held to its head alone.
        var goesOn = response.Content.Headers.ContentType?.MediaType == "text/event-stream";
        if (!goesOn)
            await response.Content.LoadIntoBufferAsync(cancellationToken);
        var faults = ContractCheck
            .Committed.Faults(
                operation,
                new(
                    (int)response.StatusCode,
                    response.Content.Headers.ContentType?.ToString(),
                    [.. response.Headers.Concat(response.Content.Headers).Select(header => header.Key)],
                    goesOn ? [] : await UnpackedAsync(response.Content, cancellationToken),
                    [
                        .. QueryHelpers
                            // A plus sign that was not encoded is understood as one.
                            .ParseQuery(request.RequestUri.Query.Replace("+", "%2B", StringComparison.Ordinal))
                            .SelectMany(given => given.Value.Select(value => (given.Key, value ?? ""))),
                    ],
                    sent
                )
            )
            .ToList();
        faults.ShouldBeEmpty($"{request.Method} {request.RequestUri.PathAndQuery} ({operation.Id}) is not as the contract has it.");
        return response;
    }

    private static async Task<byte[]> UnpackedAsync(HttpContent content, CancellationToken cancel)
    {
        var bytes = await content.ReadAsByteArrayAsync(cancel);
        if (content.Headers.ContentEncoding.SingleOrDefault() is not { } encoding)
            return bytes;
        using var packed = new MemoryStream(bytes);
        await using Stream unpack =
            encoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        await unpack.CopyToAsync(unpacked, cancel);
        return unpacked.ToArray();
    }
}
