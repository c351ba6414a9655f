using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Replaying;

/// <summary>The seeds that come with the program, and copies of them to spoil.</summary>
internal static class Seeds
{
    /// <summary>How many requests the seeds make; each is one event.</summary>
    public const int Count = 67;

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "seeds");

    public static Task<IReadOnlyList<RecordStep>> StepsAsync() => new SeedFolder(Folder).StepsAsync(default);

    public static Task<long> EventsAsync(this Tracker tracker) =>
        tracker.QueryAsync<long>($"select count(*) from {Tables.Events} where type <> 'tombstone'");

    /// <summary>A copy that goes away again.</summary>
    public static Copy CopyAll()
    {
        var copy = new Copy(Directory.CreateTempSubdirectory("gt-seeds-").FullName);
        foreach (var file in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy.Folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }

    public static async Task EditAsync(string file, Action<JsonNode> edit)
    {
        var json = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        edit(json);
        await File.WriteAllTextAsync(file, json.ToJsonString());
    }

    internal sealed record Copy(string Folder) : IDisposable
    {
        /// <summary>The folder of the one article.</summary>
        public string Article => Directory.GetDirectories(Folder).Single(folder => File.Exists(Path.Combine(folder, "article.json")));

        public string Expected(string date) => Path.Combine(Article, "expected", $"{date}.json");

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
