namespace GuaranteeTracker.Api.Hosting;

/// <summary>Every problem a caller can meet, by the last part of its type. Stable: clients branch on these.</summary>
internal static class ProblemTypes
{
    /// <summary>Path under which the types are described; also the first part of every <c>type</c>.</summary>
    public const string Path = "/problems/";

    public static IReadOnlyDictionary<string, string> Titles { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        // 400
        ["bad-request"] = "The request cannot be parsed",
        ["bad-json"] = "The body is not the JSON that is expected here",
        ["bad-parameter"] = "A parameter of the address cannot be parsed",
        ["bad-header"] = "A header cannot be parsed",
        ["bad-cursor"] = "The cursor is not one that this list gave out",
        ["key-in-address"] = "A key was sent in the address",

        // 401, 403, 404, 405, 406, 408, 413, 414, 415, 431
        ["not-authenticated"] = "A key is needed",
        ["not-allowed"] = "The key may not do this",
        ["not-found"] = "There is nothing here",
        ["nothing-recorded"] = "Nothing is on record yet",
        ["unknown-claim"] = "There is no such claim",
        ["unknown-source"] = "There is no such source",
        ["unknown-actor"] = "There is no such actor",
        ["unknown-topic"] = "There is no such topic",
        ["unknown-event"] = "There is no such event",
        ["unsigned-checkpoint"] = "The last checkpoint is not signed",
        ["unknown-encounter"] = "There is no such encounter",
        ["text-taken-down"] = "The text of this source was taken down",
        ["method-not-allowed"] = "This address does not take that method",
        ["not-acceptable-format"] = "There is no such format here",
        ["request-timeout"] = "The request took too long to arrive",
        ["too-large"] = "The body is too large",
        ["address-too-long"] = "The address is too long",
        ["headers-too-large"] = "The headers are too large",
        ["unsupported-media-type"] = "The body's media type is not supported",

        // 409
        ["claim-id-taken"] = "The claim's id stands for other content",
        ["source-id-taken"] = "The source's id stands for other content",
        ["encounter-id-taken"] = "The encounter's id stands for other content",
        ["claim-retracted"] = "The claim was retracted",
        ["source-withdrawn"] = "The source was withdrawn",
        ["not-disputed"] = "The claim is not disputed",
        ["kind-fixed"] = "An actor's kind is fixed",
        ["version-taken"] = "This version is on record with other content",

        // 412, 428
        ["precondition-failed"] = "The resource has another version",
        ["precondition-missing"] = "If-Match is missing",

        // 422
        ["not-acceptable"] = "Several things have to be put right",
        ["required"] = "Something required is missing",
        ["no-search-words"] = "There is no word to search for",
        ["too-long"] = "A text is too long",
        ["too-many"] = "A list is too long",
        ["not-unicode"] = "A text is not valid Unicode",
        ["control-characters"] = "A text holds control characters",
        ["invisible-characters"] = "A name holds invisible characters",
        ["not-a-uuid"] = "An id is not a UUID",
        ["not-an-id"] = "An id is not a slug",
        ["unknown-word"] = "A word is not one of those listed",
        ["superfluous"] = "A member does not belong here",
        ["other-id"] = "The id in the body is another one",
        ["not-a-web-address"] = "A web address cannot be used",
        ["not-a-date"] = "A date cannot be used",
        ["in-the-future"] = "The publication date is still to come",
        ["not-a-language-tag"] = "A language tag cannot be used",
        ["unusable-text"] = "The source's text cannot be used",
        ["not-edtf"] = "A date is outside the supported subset of EDTF",
        ["stated-after-publication"] = "The statement is later than the source that reports it",
        ["reporter-missing"] = "Hearsay needs a reporter",
        ["reporter-superfluous"] = "Only hearsay has a reporter",
        ["not-a-currency"] = "A currency is not an ISO 4217 code",
        ["out-of-range"] = "A number is out of range",
        ["own-mandate"] = "A mandate for oneself",
        ["mandate-twice"] = "A mandate is given twice",
        ["ends-before-it-begins"] = "A period ends before it begins",
        ["other-source"] = "A correction keeps the claim's source",
        ["nothing-to-correct"] = "The correction changes nothing",
        ["version-not-made"] = "The change would not make just this version",
        ["evidence-empty"] = "The evidence holds no words",
        ["evidence-not-found"] = "The source does not contain these words",
        ["evidence-ambiguous"] = "The source contains these words more than once",
        ["evidence-context-mismatch"] = "The words around the quote are others",
        ["evidence-not-looked-for"] = "There was no time to look for these words",
        ["evidence-too-long"] = "A passage of the evidence is too long",
        ["evidence-twice"] = "A passage is given twice",
        ["unknown-moment"] = "knownAt is not settled yet",
        ["not-covered"] = "No checkpoint covers this yet",
        ["too-many-items"] = "The timeline is too long to be answered at once",
        ["too-many-edges"] = "The network is too large to be answered at once",
        ["not-together"] = "Parameters of the address do not go together",
        ["too-many-positions"] = "The picture is too large for this view",
        ["idempotency-key-reused"] = "The Idempotency-Key belongs to another request",

        // 429
        ["too-much-at-once"] = "More is being recorded than can wait here",

        // 500, 501, 503
        ["internal"] = "Something went wrong here",
        ["unknown-embed-format"] = "There is no such oEmbed format here",
        ["busy"] = "Too many changes to the same thing at once",
        ["database-away"] = "The database is away",
        ["outcome-unknown"] = "It is unknown whether the request was recorded",
    };
}
