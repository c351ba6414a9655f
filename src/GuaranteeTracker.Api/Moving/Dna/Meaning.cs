namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>A column or variable of a file: what it is called, and what it means where it means something here.</summary>
internal enum Meaning
{
    Other,
    Person,
    Organisation,
    Concept,
    Agreement,
}

internal static class Meanings
{
    /// <summary>Whatever its case, and in British or American spelling.</summary>
    public static Meaning Of(string variable) => variable.Trim().ToLowerInvariant() switch
    {
        "person" => Meaning.Person,
        "organisation" or "organization" => Meaning.Organisation,
        "concept" => Meaning.Concept,
        "agreement" => Meaning.Agreement,
        _ => Meaning.Other,
    };

    /// <summary>Whether statements with these variables say who is for or against what.</summary>
    public static bool MakeClaims(IReadOnlyCollection<Meaning> meanings) =>
        meanings.Contains(Meaning.Concept) && meanings.Contains(Meaning.Agreement) && (meanings.Contains(Meaning.Person) || meanings.Contains(Meaning.Organisation));
}

/// <summary>A statement type of a DNA database.</summary>
internal sealed record CodedType(string Label, IReadOnlyDictionary<long, CodedVariable> Variables)
{
    public bool MakesClaims => Meanings.MakeClaims([.. Variables.Values.Select(variable => variable.Meaning)]);
}

/// <param name="Meaning">Of each but <see cref="Meaning.Other"/> a type has one variable at most.</param>
internal sealed record CodedVariable(string Name, Meaning Meaning);
