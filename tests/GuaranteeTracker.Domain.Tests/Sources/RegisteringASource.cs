using System.Text;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Domain.Tests.Sources;

using static Documents;

public sealed class RegisteringASource
{
    [Fact]
    public void A_source_is_registered_with_the_hash_and_length_of_its_text() => Given().When(Registering(Request)).Then(Registered);

    [Fact]
    public void The_same_again_records_nothing() => Given(Registered).When(Registering(Request with { Id = Id.ToString() })).ThenNothing();

    [Fact]
    public void The_same_again_records_nothing_after_a_withdrawal() =>
        Given(Registered, new SourceWithdrawn(Id, "a forgery")).When(Registering(Request)).ThenNothing();

    [Fact]
    public void The_same_text_in_other_writing_is_the_same_source()
    {
        var request = Request with { Text = "Café\nGenf", Title = "Genève", Publisher = "Le Temps" };
        var registered = request.Decide(null, Id, Now, _ => false).Should().BeOfType<Decision<ISourceFact>.Accepted>().Which.Facts.Single();

        Given(registered).When(Registering(request with { Text = "Cafe\u0301\r\nGenf", Title = " Gene\u0300ve", Publisher = "Le Temps " })).ThenNothing();
    }

    [Theory]
    [InlineData("another text", "2025-08-20", "en")]
    [InlineData("abc", "2025-08-19", "en")]
    [InlineData("abc", "2025-08-20", "uk")]
    public void Other_content_under_the_same_id_is_a_conflict(string text, string published, string language) =>
        Given(Registered).When(Registering(Request with { Text = text, Published = published, Language = language })).ThenConflict("source-id-taken");

    [Fact]
    public void A_new_version_says_which_source_it_revises() =>
        Given().When(Registering(Request with { Revises = Earlier.ToString() })).Then(Registered with { Revises = Earlier });

    [Theory]
    [InlineData("2025-08-20T23:30:00-04:00", "2025-08-21")]
    [InlineData("2025-08-20T01:30:00+03:00", "2025-08-19")]
    [InlineData("2025-08-20T12:00:00.123456Z", "2025-08-20")]
    public void Of_an_instant_the_UTC_date_is_kept(string published, string day) =>
        Given().When(Registering(Request with { Published = published })).Then(Registered with { Published = DateOnly.Parse(day, null) });

    [Theory]
    [InlineData("2025-08-21")]
    [InlineData("2025-08-21T10:00:00Z")]
    [InlineData("2025-08-21T12:00:00+02:00")]
    public void What_was_published_up_to_now_is_registered(string published) =>
        Given().When(Registering(Request with { Published = published })).Then(Registered with { Published = new DateOnly(2025, 8, 21) });

    [Theory]
    [InlineData("en")]
    [InlineData("uk")]
    [InlineData("de-CH")]
    [InlineData("zh-Hant-TW")]
    [InlineData("sl-rozaj-biske-1994")]
    public void A_language_has_a_tag(string tag) =>
        Given().When(Registering(Request with { Language = tag })).Then(Registered with { Language = tag });

    [Theory]
    [InlineData("http://example.org")]
    [InlineData("https://example.org:8443/a?b=c&d=e#f")]
    [InlineData("https://приклад.укр/стаття")]
    public void A_source_has_an_absolute_address(string url) =>
        Given().When(Registering(Request with { Url = url })).Then(Registered with { Url = url });

    [Fact]
    public void A_text_of_one_mebibyte_is_registered() =>
        Given().When(Registering(Request with { Text = new('a', SourceText.MaxUtf8Bytes) })).Then(Registered with
        {
            TextSha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.ASCII.GetBytes(new string('a', SourceText.MaxUtf8Bytes)))),
            CodePoints = SourceText.MaxUtf8Bytes,
        });
}
