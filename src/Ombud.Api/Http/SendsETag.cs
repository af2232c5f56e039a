namespace Ombud.Api.Http;

/// <summary>Marks an endpoint whose successful answers carry the version of what they show as ETag.</summary>
internal sealed class SendsETag;
