using System.Text.Json;
using GuaranteeTracker.Api.Recording.Rows;
using GuaranteeTracker.Api.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Recording;

/// <summary>Full text put together from pieces is to the byte what PostgreSQL makes of the whole.</summary>
public sealed class PuttingWordsTogether(Tracker tracker) : IClassFixture<Tracker>
{
    private static readonly string[]
        _words =
        [
            "the", "leaders", "Spoke", "weapons", "north-east", "half-hearted", "U.S.", "U.K.", "don't", "’tis", "“Quoted”", "90,000", "1.5", "-3", "+7", "3.14e10", "2025-08-18", "10:30",
            "example.org", "https://example.org/a?b=c&d=e", "mailto:a@b.example", "a@b.example", "/usr/local/x.txt", "./x", "../y/z", "~/home", "~", ".", "...", "-", "--", "—", "–", "&amp;", "&", "&#38;",
            "R&D", "a_b", "_", "ÉCOLE", "naïve", "Київ", "北京", "日本語-テスト", "e\u0301te", "\u200b", "\u00a0", "a\u00a0b", "\t", "x\ny", "(1).", "«так»", "%", "50%", "$5", "#tag", "@name", "C++", ">", "a>b",
            "v1.2.3", "1/2", "x/y/z", "and/or", "foo.", ".foo", "foo,bar", "foo:bar", "foo://", "'", "\"", "\\", "qzendqz", "running", "ran", "runs", "is", "a", "I", "0", "00", "1e5", "😀", "x😀y",
        ],
        _gaps = [" ", " ", " ", " ", "  ", "", ", ", " - "];

    [Fact]
    public async Task Pieces_give_what_the_whole_text_gives_whatever_signs_are_in_it()
    {
        var random = new Random(Random.Shared.Next());
        await using var connection = await tracker.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        var known = new KnownPieces();
        for (var compared = 0; compared < 400; compared++)
        {
            string[] texts = [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Text(random))];
            var split = texts.Select(known.Split).ToList();
            if (split.Contains(null))
            {
                compared--; // too long without a space
                continue;
            }

            await known.LearnAsync(connection, CancellationToken.None);

            Lexemes.Binary(split!).Should().Equal(await WholeAsync(connection, texts), "of {0}", JsonSerializer.Serialize(texts));
        }
    }

    [Fact]
    public void Texts_with_angle_brackets_or_very_long_words_are_left_to_PostgreSQL()
    {
        new KnownPieces().Split("a <b c> d").Should().BeNull();
        new KnownPieces().Split($"a {new string('b', 200)} c").Should().BeNull();
    }

    [Fact]
    public async Task What_PostgreSQL_would_cut_off_is_left_to_it()
    {
        await using var connection = await tracker.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        var known = new KnownPieces();
        var (often, far) = (known.Split(string.Join(' ', Enumerable.Repeat("weapons", 300)))!, known.Split(string.Join(' ', Enumerable.Repeat("the", 11_000)))!);
        await known.LearnAsync(connection, CancellationToken.None);

        Lexemes.Binary([often]).Should().BeNull();
        Lexemes.Binary([far]).Should().BeNull();
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => _gaps[random.Next(_gaps.Length)] + _words[random.Next(_words.Length)]));

    private static async Task<byte[]> WholeAsync(NpgsqlConnection connection, string[] texts)
    {
        await using var command = new NpgsqlCommand("select tsvectorsend(to_tsvector('english', to_jsonb($1)))", connection) { Parameters = { new() { Value = texts } } };
        return (byte[])(await command.ExecuteScalarAsync())!;
    }
}
