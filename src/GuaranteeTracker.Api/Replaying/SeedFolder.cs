using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GuaranteeTracker.Api.Replaying;

/// <summary>
/// A folder of seeds: <c>catalogue/actors.json</c> and <c>catalogue/topics.json</c>, and a folder per article with
/// <c>article.txt</c>, <c>article.json</c>, <c>claims.json</c>, <c>encounters.json</c> and <c>expected/yyyy-MM-dd.json</c>.
/// </summary>
internal sealed class SeedFolder(string path)
{
    /// <summary>A byte that is not UTF-8 must not turn into another character: evidence is exact.</summary>
    private static readonly UTF8Encoding _strictly = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>All requests, references before use.</summary>
    /// <exception cref="UnusableInputException">A file is missing or is not what it should be; the message names it.</exception>
    public async Task<IReadOnlyList<RecordStep>> StepsAsync(CancellationToken cancellation)
    {
        if (!Directory.Exists(path))
        {
            throw new UnusableInputException($"There is no folder {path}.");
        }

        var steps = new List<RecordStep>();
        steps.AddRange(await CatalogueAsync(StepKind.Actor, "actors.json", cancellation));
        steps.AddRange(await CatalogueAsync(StepKind.Topic, "topics.json", cancellation));
        foreach (var article in Articles())
        {
            steps.Add(await ArticleAsync(article, cancellation));
            steps.AddRange(await ItemsAsync(StepKind.Claim, System.IO.Path.Combine(article, "claims.json"), cancellation));
            steps.AddRange(await ItemsAsync(StepKind.Encounter, System.IO.Path.Combine(article, "encounters.json"), cancellation));
        }

        return steps.Count > 0 ? steps : throw new UnusableInputException($"{path} holds no seeds: neither a catalogue nor an article.");
    }

    /// <summary>The expected pictures: file by the date it is named after.</summary>
    public IEnumerable<ExpectedPicture> Expected() =>
        from article in Articles()
        let folder = System.IO.Path.Combine(article, "expected")
        where Directory.Exists(folder)
        from file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)
        select new ExpectedPicture(file);

    private IEnumerable<string> Articles() =>
        Directory.GetDirectories(path).Where(folder => File.Exists(System.IO.Path.Combine(folder, "article.json"))).Order(StringComparer.Ordinal);

    private async Task<IEnumerable<RecordStep>> CatalogueAsync(StepKind kind, string name, CancellationToken cancellation) =>
        await ItemsAsync(kind, System.IO.Path.Combine(path, "catalogue", name), cancellation);

    private static async Task<RecordStep> ArticleAsync(string folder, CancellationToken cancellation)
    {
        var body = await ReadAsync(System.IO.Path.Combine(folder, "article.json"), cancellation) as JsonObject
            ?? throw new UnusableInputException($"{folder}/article.json is not a JSON object.");
        body["text"] = await TextAsync(System.IO.Path.Combine(folder, "article.txt"), cancellation);
        return Step(StepKind.Source, body, folder);
    }

    private static async Task<string> TextAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllTextAsync(file, _strictly, cancellation);
        }
        catch (Exception e) when (e is IOException or DecoderFallbackException)
        {
            throw new UnusableInputException($"{file} cannot be read as UTF-8. {e.Message}", e);
        }
    }

    private static async Task<IReadOnlyList<RecordStep>> ItemsAsync(StepKind kind, string file, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        var items = await ReadAsync(file, cancellation) as JsonArray ?? throw new UnusableInputException($"{file} is not a JSON array.");
        return [.. items.Select(item => Step(kind, item as JsonObject ?? throw new UnusableInputException($"{file} holds something that is not a JSON object."), file))];
    }

    private static RecordStep Step(StepKind kind, JsonObject body, string file)
    {
        if (body["id"] is JsonValue value && value.TryGetValue<string>(out var id))
        {
            body = kind.OnlyCreates() ? body : new(body.Where(member => member.Key != "id").Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))); // else it stands in the address
            return RecordStep.Of(kind, id, body);
        }

        throw new UnusableInputException($"{file} holds a {kind.ToString().ToLowerInvariant()} without an id; seeds have ids, so that a replay can be repeated.");
    }

    private static async Task<JsonNode?> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            await using var content = File.OpenRead(file);
            return await JsonNode.ParseAsync(content, cancellationToken: cancellation);
        }
        catch (JsonException e)
        {
            throw new UnusableInputException($"{file} is not JSON: {e.Message}", e);
        }
    }
}

/// <summary>The picture that a replay should lead to.</summary>
/// <param name="File">Named after D: <c>2025-08-20.json</c>.</param>
internal sealed record ExpectedPicture(string File)
{
    public string AsOf => Path.GetFileNameWithoutExtension(File);
}
