using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Tests.Replaying;

public sealed class SeedFiles
{
    [Fact]
    public async Task References_come_before_use()
    {
        var steps = await Seeds.StepsAsync();

        steps.Should().HaveCount(Seeds.Count);
        steps.Select(step => step.Kind).Should().BeInAscendingOrder();
        steps.Select(step => step.What).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("article.txt")]
    [InlineData("claims.json")]
    public async Task A_file_that_cannot_be_read_is_named(string file)
    {
        using var copy = Seeds.CopyAll();
        await File.WriteAllBytesAsync(Path.Combine(copy.Article, file), [0x7B, 0xFF, 0xFE]);

        (await ReadAsync(copy).Should().ThrowAsync<UnusableInputException>()).WithMessage($"*{file}*");
    }

    [Fact]
    public async Task An_article_without_its_text_is_named()
    {
        using var copy = Seeds.CopyAll();
        File.Delete(Path.Combine(copy.Article, "article.txt"));

        (await ReadAsync(copy).Should().ThrowAsync<UnusableInputException>()).WithMessage("*article.txt*");
    }

    [Fact]
    public async Task A_seed_without_an_id_is_refused_since_it_could_not_be_repeated()
    {
        using var copy = Seeds.CopyAll();
        await Seeds.EditAsync(Path.Combine(copy.Article, "claims.json"), claims => claims[3]!.AsObject().Remove("id"));

        (await ReadAsync(copy).Should().ThrowAsync<UnusableInputException>()).WithMessage("*claims.json*without an id*");
    }

    [Fact]
    public async Task A_folder_without_seeds_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("gt-empty-").FullName;
        await FluentActions.Awaiting(() => new SeedFolder(folder).StepsAsync(default)).Should().ThrowAsync<UnusableInputException>();
        Directory.Delete(folder);
        await FluentActions.Awaiting(() => new SeedFolder(folder).StepsAsync(default)).Should().ThrowAsync<UnusableInputException>();
    }

    private static Func<Task> ReadAsync(Seeds.Copy copy) => () => new SeedFolder(copy.Folder).StepsAsync(default);
}
