using GuaranteeTracker.Api.Moving;

namespace GuaranteeTracker.Api.Tests.Moving;

public sealed class WritingWholeFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gt-whole-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "record.ndjson");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_kept_takes_the_place_of_the_file_that_was_there()
    {
        await File.WriteAllTextAsync(Path, "as before");
        await using (var whole = new WholeFile(Path))
        {
            await whole.Content.WriteAsync("all of it"u8.ToArray());
            (await File.ReadAllTextAsync(Path)).Should().Be("as before", "it is not whole yet");
            await whole.KeepAsync(default);
        }

        (await File.ReadAllTextAsync(Path)).Should().Be("all of it");
        Directory.GetFiles(_folder).Should().Equal(Path);
    }

    [Fact]
    public async Task What_is_not_kept_leaves_the_file_that_was_there_and_nothing_else()
    {
        await File.WriteAllTextAsync(Path, "as before");
        await using (var whole = new WholeFile(Path))
        {
            await whole.Content.WriteAsync("half"u8.ToArray());
        }

        (await File.ReadAllTextAsync(Path)).Should().Be("as before");
        Directory.GetFiles(_folder).Should().Equal(Path);
    }
}
