namespace GuaranteeTracker.Api.Reading.Names;

/// <summary>How a name answers to what somebody looked for; the better the earlier. Case, diacritics and punctuation are no difference.</summary>
internal enum NameMatch
{
    /// <summary>It is the name, or the id.</summary>
    Exact,

    /// <summary>It is another name of the same.</summary>
    Alias,

    /// <summary>One of the names begins with it.</summary>
    Prefix,

    /// <summary>Each of its words begins a word of one name.</summary>
    WordPrefix,

    /// <summary>Each of its words is a part of some name.</summary>
    Contained,

    /// <summary>It is one of the names misspelt.</summary>
    Similar,
}
