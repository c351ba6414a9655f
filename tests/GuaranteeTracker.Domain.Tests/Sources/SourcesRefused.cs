using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Domain.Tests.Sources;

using static Documents;

public sealed class SourcesRefused
{
    public static TheoryData<Wrong<RegisterSource>> Refused => new()
    {
        new("no address", Request with { Url = null }, "/url", "required"),
        new("half an address", Request with { Url = "/news/ukraine.html" }, "/url", "not-a-web-address"),
        new("an address without a host", Request with { Url = "https://" }, "/url", "not-a-web-address"),
        new("a file", Request with { Url = "file:///etc/passwd" }, "/url", "not-a-web-address"),
        new("a script", Request with { Url = "javascript:alert(1)" }, "/url", "not-a-web-address"),
        new("an address with a password", Request with { Url = "https://me:secret@example.org/" }, "/url", "not-a-web-address"),
        new("an address on two lines", Request with { Url = "https://example.org/\n" + "a" }, "/url", "control-characters"),
        new("a long address", Request with { Url = "https://example.org/" + new string('a', 2_000) }, "/url", "too-long"),
        new("no publisher", Request with { Publisher = null }, "/publisher", "required"),
        new("a publisher that looks like another", Request with { Publisher = "The Independent\u200B" }, "/publisher", "invisible-characters"),
        new("a long publisher", Request with { Publisher = new('a', 201) }, "/publisher", "too-long"),
        new("no title", Request with { Title = " " }, "/title", "required"),
        new("a long title", Request with { Title = new('a', 501) }, "/title", "too-long"),
        new("a title on two lines", Request with { Title = "What\nnow" }, "/title", "control-characters"),
        new("no date", Request with { Published = null }, "/published", "not-a-date"),
        new("a month", Request with { Published = "2025-08" }, "/published", "not-a-date"),
        new("a day that is none", Request with { Published = "2025-02-29" }, "/published", "not-a-date"),
        new("a time without a zone", Request with { Published = "2025-08-20T12:00:00" }, "/published", "not-a-date"),
        new("a day to come", Request with { Published = "2025-08-22" }, "/published", "in-the-future"),
        new("a moment to come", Request with { Published = "2025-08-21T10:00:00.000001Z" }, "/published", "in-the-future"),
        new("no language", Request with { Language = null }, "/language", "not-a-language-tag"),
        new("an empty language", Request with { Language = "" }, "/language", "not-a-language-tag"),
        new("a language in words", Request with { Language = "in English" }, "/language", "not-a-language-tag"),
        new("one letter", Request with { Language = "e" }, "/language", "not-a-language-tag"),
        new("a tag with an end missing", Request with { Language = "en-" }, "/language", "not-a-language-tag"),
        new("a tag that is too long", Request with { Language = "en-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaa" }, "/language", "not-a-language-tag"),
        new("a tag of other letters", Request with { Language = "ук" }, "/language", "not-a-language-tag"),
        new("no text", Request with { Text = null }, "/text", "unusable-text"),
        new("a blank text", Request with { Text = " \n" }, "/text", "unusable-text"),
        new("a text with half a letter", Request with { Text = "a\uD83Db" }, "/text", "unusable-text"),
        new("a revision of no id", Request with { Revises = "the-other" }, "/revises", "not-a-uuid"),
        new("a revision of nothing on record", Request with { Revises = "33333333-3333-3333-3333-333333333333" }, "/revises", "unknown-source"),
        new("a revision of itself", Request with { Revises = Id.ToString() }, "/revises", "unknown-source"),
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_registered_is_named_with_its_place(Wrong<RegisterSource> wrong) =>
        Given().When(Registering(wrong.Request)).ThenUnacceptable(wrong.Pointer, wrong.Code);

    [Fact]
    public void A_text_beyond_the_limit_is_too_large_whatever_else_is_wrong()
    {
        var request = new RegisterSource { Text = new('a', SourceText.MaxUtf8Bytes + 1) };

        var refusal = request.Decide(null, Id, DateTime.UnixEpoch, _ => false).Should().BeOfType<Decision<ISourceFact>.Refused>().Which.Why;

        refusal.Kind.Should().Be(RefusalKind.TooLarge);
        refusal.Faults.Should().Contain(fault => fault.Pointer == "/text" && fault.Code == Fault.TooLarge);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() =>
        Given().When(Registering(new RegisterSource())).ThenUnacceptable(
            ("/url", "required"), ("/publisher", "required"), ("/title", "required"), ("/published", "not-a-date"), ("/language", "not-a-language-tag"), ("/text", "unusable-text"));
}
