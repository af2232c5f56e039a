using Ombud.Domain;

namespace Ombud.Api.Idempotency;

internal static class IdempotencyRefusals
{
    public static readonly Refusal KeyReused = new(
        "idempotency-key-reused",
        "Another request was done under this Idempotency-Key.",
        "Give each request a key of its own, such as a random UUID, and send it again only with the same method, address, If-Match and "
            + "body."
    );
    public static readonly Refusal RequestUnderWay = new(
        "request-under-way",
        "The same request is being done at this moment.",
        "Send it again in a second, with the same Idempotency-Key."
    );

    public static IReadOnlyList<Refusal> All { get; } = [KeyReused, RequestUnderWay];
}
