namespace GuaranteeTracker.Api.Tests.Security;

/// <summary>Who may call a route at least.</summary>
internal enum Least
{
    Anybody,

    /// <summary>Readers, and anybody where reading is open.</summary>
    Reading,

    Reader,
    Analyst,
    Editor,
    Admin,
}

/// <summary>The one place where it is written down, beside the code, who may call which route. HEAD is as GET.</summary>
internal static class LeastRoles
{
    public static IReadOnlyDictionary<string, Least> ByRoute { get; } = new Dictionary<string, Least>(StringComparer.Ordinal)
    {
        ["GET /assets/{name}"] = Least.Anybody,
        ["GET /robots.txt"] = Least.Anybody,
        ["GET /problems"] = Least.Anybody,
        ["GET /problems/{code}"] = Least.Anybody,
        ["ANY /health/live"] = Least.Anybody,
        ["ANY /health/ready"] = Least.Anybody,
        ["GET /openapi/v1.json"] = Least.Anybody,
        ["GET /docs/{documentName?}"] = Least.Anybody,
        ["GET /docs/scalar.js"] = Least.Anybody,
        ["GET /docs/scalar.aspnetcore.js"] = Least.Anybody,
        ["GET /docs/favicon.svg"] = Least.Anybody,

        ["GET /"] = Least.Reading,
        ["GET /picture"] = Least.Reading,
        ["GET /picture.svg"] = Least.Reading,
        ["GET /picture.png"] = Least.Reading,
        ["GET /snapshots"] = Least.Reading,
        ["GET /snapshots/{asOf}/{knownAt}"] = Least.Reading,
        ["GET /embed/snapshots/{asOf}/{knownAt}"] = Least.Reading,
        ["GET /compare"] = Least.Reading,
        ["GET /timeline"] = Least.Reading,
        ["GET /timeline.svg"] = Least.Reading,
        ["GET /timeline.png"] = Least.Reading,
        ["GET /network"] = Least.Reading,
        ["GET /topics"] = Least.Reading,
        ["GET /topics/{id}"] = Least.Reading,
        ["GET /topics/{id}.svg"] = Least.Reading,
        ["GET /topics/{id}.png"] = Least.Reading,
        ["GET /actors"] = Least.Reading,
        ["GET /actors/{id}"] = Least.Reading,
        ["GET /actors/{id}.svg"] = Least.Reading,
        ["GET /actors/{id}.png"] = Least.Reading,
        ["GET /sources"] = Least.Reading,
        ["GET /sources/{id:guid}"] = Least.Reading,
        ["GET /claims/{id:guid}"] = Least.Reading,
        ["GET /sitemap.xml"] = Least.Reading,
        ["GET /sitemaps/{part}-{number:int:min(0)}.xml"] = Least.Reading,
        ["GET /oembed"] = Least.Reading,
        ["GET /timegate/picture"] = Least.Reading,
        ["GET /timegate/api/picture"] = Least.Reading,
        ["GET /timegate/timeline"] = Least.Reading,
        ["GET /timegate/api/timeline"] = Least.Reading,
        ["GET /timemap/picture"] = Least.Reading,
        ["GET /timemap/api/picture"] = Least.Reading,
        ["GET /timemap/timeline"] = Least.Reading,
        ["GET /timemap/api/timeline"] = Least.Reading,
        ["GET /api/picture"] = Least.Reading,
        ["GET /api/picture/changes"] = Least.Reading,
        ["GET /api/contradictions"] = Least.Reading,
        ["GET /api/positions/{actor}/{topic}"] = Least.Reading,
        ["GET /api/timeline"] = Least.Reading,
        ["GET /api/network"] = Least.Reading,
        ["GET /api/polarisation"] = Least.Reading,
        ["GET /api/claims"] = Least.Reading,
        ["GET /api/claims/facets"] = Least.Reading,
        ["GET /api/claims/{id:guid}"] = Least.Reading,
        ["GET /api/claims/{id:guid}/history"] = Least.Reading,
        ["GET /api/sources/{id:guid}"] = Least.Reading,
        ["GET /api/actors"] = Least.Reading,
        ["GET /api/actors/{id}"] = Least.Reading,
        ["GET /api/topics"] = Least.Reading,
        ["GET /api/topics/{id}"] = Least.Reading,
        ["GET /api/topics/{id}/convergence"] = Least.Reading,
        ["GET /api/encounters"] = Least.Reading,
        ["GET /api/encounters/{id:guid}"] = Least.Reading,

        ["GET /api/sources/{id:guid}/text"] = Least.Reader,
        ["GET /api/events"] = Least.Reader,

        ["PUT /api/actors/{id}"] = Least.Analyst,
        ["PUT /api/topics/{id}"] = Least.Analyst,
        ["POST /api/sources"] = Least.Analyst,
        ["POST /api/claims"] = Least.Analyst,
        ["POST /api/claims:batch"] = Least.Analyst,
        ["POST /api/claims/{id:guid}/correction"] = Least.Analyst,
        ["POST /api/claims/{id:guid}/retraction"] = Least.Analyst,
        ["POST /api/claims/{id:guid}/dispute"] = Least.Analyst,
        ["POST /api/encounters"] = Least.Analyst,
        ["POST /api/encounters/{id:guid}/correction"] = Least.Analyst,
        ["POST /api/import"] = Least.Analyst,

        ["POST /api/claims/{id:guid}/dispute/resolution"] = Least.Editor,
        ["POST /api/sources/{id:guid}/withdrawal"] = Least.Editor,

        ["POST /api/keys"] = Least.Admin,
        ["GET /api/keys"] = Least.Admin,
        ["GET /api/keys/{id:guid}"] = Least.Admin,
        ["POST /api/keys/{id:guid}/revocation"] = Least.Admin,
    };
}
