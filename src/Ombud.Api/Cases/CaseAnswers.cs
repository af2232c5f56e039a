using Microsoft.AspNetCore.Http.HttpResults;
using Ombud.Api.Http;
using Ombud.Domain.Cases;
using Ombud.Projections.Engine;

namespace Ombud.Api.Cases;

/// <summary>How a command's outcome is answered.</summary>
internal static class CaseAnswers
{
    /// <summary>The case as it is now, with its ETag; or the problem.</summary>
    public static Results<Ok<CaseView>, Problem> Answer(this Outcome<Case> outcome, HttpContext http, Guid id)
    {
        switch (outcome)
        {
            case Outcome<Case>.Recorded recorded:
                http.SetVersion(recorded.Version);
                return TypedResults.Ok(CaseView.Of(id, recorded.Version, recorded.State));
            case Outcome<Case>.Refused(var refusal):
                return Problems.Refused(refusal);
            case Outcome<Case>.Invalid(var faults):
                return Problems.Invalid(faults);
            case Outcome<Case>.WrongVersion(var actual):
                return Problems.WrongVersion(actual);
            default:
                throw new InvalidOperationException("Unknown outcome.");
        }
    }
}
