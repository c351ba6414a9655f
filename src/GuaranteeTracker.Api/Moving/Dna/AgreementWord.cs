namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>What coders wrote for agreement, as a stance.</summary>
/// <param name="zeroIsNo">Whether 0 is a no: in a file that has no negative agreement.</param>
internal sealed class AgreementWord(bool zeroIsNo)
{
    public static AgreementWord In(IEnumerable<CodedStatement> statements) =>
        new(!statements.Any(statement => statement.Agreement?.Trim().StartsWith('-') == true));

    /// <returns>Why it is no stance; null where it is.</returns>
    public string? Read(string? agreement, out string stance)
    {
        stance = "";
        switch (agreement?.Trim().ToLowerInvariant())
        {
            case null or "" or "na" or "null":
                return "It does not say whether they agree.";
            case "1" or "true" or "yes":
                stance = "supports";
                return null;
            case "-1" or "false" or "no":
                stance = "opposes";
                return null;
            case "0" when zeroIsNo:
                stance = "opposes";
                return null;
            case "0":
                return "Its agreement is 0, which is neither yes nor no where others have −1.";
            default:
                return $"Its agreement is {Told.Of(agreement!)}; only 1, 0 and −1 (yes and no) have a meaning.";
        }
    }
}
