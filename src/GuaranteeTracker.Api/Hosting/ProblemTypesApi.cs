using GuaranteeTracker.Api.Reading;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>Describes each problem type at the address that its <c>type</c> gives, to everybody: who is refused may ask why.</summary>
internal static class ProblemTypesApi
{
    public static void MapProblemTypes(this IEndpointRouteBuilder app)
    {
        var problems = app.MapGroup("/problems").WithTags("Problems");
        problems.MapRead("", (HttpContext http) => ReadAnswer.Current(http, ProblemTypes.Titles.Select(Describe).ToList()))
            .Reads<IReadOnlyList<ProblemTypeView>>("listProblemTypes", "Every problem type").AllowAnonymous();
        problems.MapRead("/{code}", (string code, HttpContext http) => ProblemTypes.Titles.TryGetValue(code, out var title)
                ? ReadAnswer.Current(http, Describe(new(code, title)))
                : new ProblemResult(new(404, "not-found", "There is no such problem type; /problems lists them.")))
            .Reads<ProblemTypeView>("getProblemType", "A problem type").AllowAnonymous();
    }

    private static ProblemTypeView Describe(KeyValuePair<string, string> type) => new(ProblemTypes.Path + type.Key, type.Value);
}

/// <summary>A problem type.</summary>
internal sealed record ProblemTypeView(string Type, string Title);
