namespace GuaranteeTracker.Api.Erasing;

/// <summary>What can be erased.</summary>
internal enum ErasureKind
{
    /// <summary>The name of an analyst; the pseudonym stays.</summary>
    Analyst,

    /// <summary>The label of a key; the key stays.</summary>
    Key,

    /// <summary>The text of a source, and of all others with the same; the words that claims quote stay.</summary>
    SourceText,
}
