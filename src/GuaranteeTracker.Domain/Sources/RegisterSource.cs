using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Sources;

/// <summary>An analyst asks to put a published document on record, with its exact text.</summary>
public sealed record RegisterSource
{
    /// <summary>A UUID of the caller's choice; absent: one is made.</summary>
    public string? Id { get; init; }

    /// <summary>Where it was published: an absolute http or https address.</summary>
    public string? Url { get; init; }

    public string? Publisher { get; init; }

    public string? Title { get; init; }

    /// <summary>A date (2025-08-20), or an instant with its offset, of which the UTC date counts. Not in the future.</summary>
    public string? Published { get; init; }

    /// <summary>A BCP 47 language tag: en, uk, ru, de-CH.</summary>
    public string? Language { get; init; }

    /// <summary>The exact words. CR LF becomes LF, then NFC; at most 1 MiB in UTF-8 in that form.</summary>
    public string? Text { get; init; }

    /// <summary>The UUID of the source of which this is the publisher's new version.</summary>
    public string? Revises { get; init; }

    /// <param name="source">What the record holds under this id; null when nothing.</param>
    /// <param name="id">The id to record under: the caller's, else one made at the edge.</param>
    /// <param name="now">The instant (UTC) after which nothing can have been published yet.</param>
    /// <param name="isRegistered">Tells whether a source is on record.</param>
    public Decision<ISourceFact> Decide(Source? source, Guid id, DateTime now, Func<Guid, bool> isRegistered)
    {
        if (Parse(id, now, isRegistered).Refuse(out var refusal, out var registered))
        {
            return refusal;
        }

        return source switch
        {
            null => new Decision<ISourceFact>.Accepted(registered),
            { Registered: var first } when first == registered => new Decision<ISourceFact>.Accepted(),
            _ => Refusal.Conflict("source-id-taken", $"Source {id} is on record with other content. Register a new version under an id of its own, with revises."),
        };
    }

    private Parsed<SourceRegistered> Parse(Guid id, DateTime now, Func<Guid, bool> isRegistered)
    {
        var faults = new Faults();
        var url = WebAddress(faults);
        var publisher = Wording.Name(Publisher, "/publisher", faults);
        var title = Wording.Name(Title, "/title", faults, Wording.LineLength);
        var published = PublicationDate(now, faults);
        var language = LanguageTag(faults);
        var revises = Ids.Optional(Revises, "/revises", faults);
        if (revises is { } earlier && (earlier == id || !isRegistered(earlier)))
        {
            faults.Add("/revises", "unknown-source", earlier == id ? "A source cannot revise itself." : $"There is no source {earlier}; register it first.");
        }

        if (!SourceText.TryNormalise(Text, out var text, out var because, out var isTooLong))
        {
            faults.Add("/text", isTooLong ? Fault.TooLarge : "unusable-text", because);
        }

        return faults.Any
            ? new(faults)
            : new(new SourceRegistered(id, url!, publisher!, title!, published!.Value, language!, text!.Sha256, text.CodePoints, revises));
    }

    private string? WebAddress(Faults faults)
    {
        var url = Wording.Name(Url, "/url", faults, Wording.UrlLength);
        if (url is null || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.Host.Length > 0 && uri.UserInfo.Length == 0))
        {
            return url;
        }

        faults.Add("/url", "not-a-web-address", "Send the absolute http or https address of the document, without user name or password.");
        return null;
    }

    private DateOnly? PublicationDate(DateTime now, Faults faults)
    {
        if (!IsoMoment.TryParse(Published, out var moment, out var because))
        {
            faults.Add("/published", "not-a-date", because);
            return null;
        }

        if (moment.Earliest > now)
        {
            faults.Add("/published", "in-the-future", "A source is on record once it is published; this date is still to come.");
        }

        return moment.UtcDate;
    }

    private string? LanguageTag(Faults faults)
    {
        var parts = Language?.Split('-') ?? [];
        if (Language is { Length: <= 35 } && parts[0].Length is >= 2 and <= 8 && parts[0].All(char.IsAsciiLetter)
            && parts.Skip(1).All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit)))
        {
            return Language;
        }

        faults.Add("/language", "not-a-language-tag", "Send a BCP 47 language tag: en, uk, ru, de-CH.");
        return null;
    }
}
