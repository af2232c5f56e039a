using Microsoft.AspNetCore.Http.HttpResults;
using Ombud.Api.Http;
using Ombud.Projections.Engine;

namespace Ombud.Api.Streams;

/// <summary>How a command's outcome is answered.</summary>
internal static class OutcomeResults
{
    /// <summary>What it is now, with its ETag; or the problem.</summary>
    public static Results<Ok<TView>, Problem> ToResult<TState, TView>(
        this Outcome<TState> outcome,
        HttpContext http,
        Func<long, TState, TView> view
    )
    {
        switch (outcome)
        {
            case Outcome<TState>.Recorded recorded:
                http.SetVersion(recorded.Version);
                return TypedResults.Ok(view(recorded.Version, recorded.State));
            case Outcome<TState>.Refused(var refusal):
                return Problems.Refused(refusal);
            case Outcome<TState>.Invalid(var faults):
                return Problems.Invalid(faults);
            case Outcome<TState>.WrongVersion(var actual):
                return Problems.WrongVersion(actual);
            default:
                throw new InvalidOperationException("Unknown outcome.");
        }
    }

    /// <summary>The same for what is new, with its address.</summary>
    public static Results<Created<TView>, Problem> ToCreatedResult<TState, TView>(
        this Outcome<TState> outcome,
        HttpContext http,
        string address,
        Func<long, TState, TView> view
    )
    {
        var answer = outcome.ToResult(http, view).Result;
        return answer is Ok<TView> { Value: { } made } ? TypedResults.Created(address, made) : (Problem)answer;
    }
}
