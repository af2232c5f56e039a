using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ombud.Api.Contract;

/// <summary>What the contract begins with: its start page, whom to turn to, and what its parts are about.</summary>
internal sealed class StartPage : IDocumentFilter
{
    private static readonly (string Name, string Description)[] Tags =
    [
        ("Cases", "Inquiries and cases: what happens to them, how they stand, and their history."),
        ("Deadlines", "Legal deadlines of Norway and Denmark: the board, the calculator, the rules, the holidays."),
        ("Reports", "Figures of any period, as known now or at any past moment; reports published to the byte."),
        ("Council", "What bodies do with a report: they are presented with it, decide on it, and ask for an account."),
        ("Recommendations", "What the ombud recommends, what the administration answers, and what has become of it."),
        ("Measures", "What the administration does about recommendations, with every delay and its reason."),
        ("Follow-up", "All recommendations with their answers, measures and decisions, on any day."),
        ("Feedback", "What the ombud tells the municipality in general terms, from several reviewed cases."),
        ("People", "Whom cases are about, and how what is written of them is erased."),
        ("Municipality", "The caller's municipality: its settings and code lists."),
        ("Events", "What happens, for other systems: event by event, without anything that tells of a person."),
        ("Webhooks", "Who is told of events by requests, and what was tried."),
        ("Imports", "Files of cases that other systems bring."),
        ("Audit", "Proof that nothing was changed, and who read personal data."),
    ];

    public static OpenApiInfo Info { get; } =
        new()
        {
            Title = "Ombud",
            Version = ContractSetup.Version,
            Summary = "The back end of a municipal ombudsman's office.",
            Description = Text("start-page.md")
                .Replace(
                    "{problems}",
                    string.Join(
                        '\n',
                        ProblemTypes.All.Select(problem => $"- [`{problem.Code}`](/problems/{problem.Code}): {problem.Title}")
                    ),
                    StringComparison.Ordinal
                ),
            TermsOfService = new("https://spdx.org/licenses/MIT.html"),
            License = new() { Name = "MIT", Identifier = "MIT" },
            Contact = new() { Name = "The Ombud authors" },
            Extensions = new Dictionary<string, IOpenApiExtension>
            {
                ["x-api-id"] = new JsonNodeExtension("5d0c2d43-7b3b-4b0c-9d5e-0d2f1f5a6b1e"),
                ["x-audience"] = new JsonNodeExtension("external-partner"),
            },
        };

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context) =>
        swaggerDoc.Tags = new HashSet<OpenApiTag>(Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }));

    /// <summary>A text that comes with the program.</summary>
    public static string Text(string name)
    {
        using var text = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return text.ReadToEnd();
    }
}
