namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>The statement types of a DNA database, and the names that their variables know.</summary>
internal static class DnaTypes
{
    public static async Task<Dictionary<long, CodedType>> ReadAsync(DnaConnection connection, CancellationToken cancellation)
    {
        var labels = await connection.ListAsync("select ID, Label from STATEMENTTYPES order by ID", row => (Id: row.GetInt64(0), Label: row.Word(1)), cancellation);
        var variables = await connection.ListAsync(
            "select ID, StatementTypeId, Variable from VARIABLES order by ID", row => (Id: row.GetInt64(0), Type: row.GetInt64(1), Name: row.Word(2)), cancellation);
        var types = labels.ToDictionary(
            type => type.Id,
            type => new CodedType(type.Label, Meant(variables.Where(variable => variable.Type == type.Id).Select(variable => (variable.Id, variable.Name)))));
        return types.Values.Any(type => type.MakesClaims)
            ? types
            : throw connection.Refuse("has no statement type with the variables concept, agreement, and person or organization.");
    }

    /// <summary>Of the variables of statements that become claims, used or not.</summary>
    public static async Task<Dictionary<Meaning, IReadOnlyList<string>>> NamesAsync(
        DnaConnection connection, IReadOnlyDictionary<long, CodedType> types, CancellationToken cancellation)
    {
        var meanings = types.Values.Where(type => type.MakesClaims).SelectMany(type => type.Variables).ToDictionary(variable => variable.Key, variable => variable.Value.Meaning);
        var names = await connection.ListAsync(
            "select VariableId, Value from ENTITIES order by ID", row => (Meaning: meanings.GetValueOrDefault(row.GetInt64(0)), Name: CodedName.Of(row.Word(1))), cancellation);
        return Enum.GetValues<Meaning>().ToDictionary(
            meaning => meaning, meaning => (IReadOnlyList<string>)[.. names.Where(name => name.Meaning == meaning).Select(name => name.Name).OfType<string>()]);
    }

    private static Dictionary<long, CodedVariable> Meant(IEnumerable<(long Id, string Name)> variables)
    {
        var meant = new Dictionary<long, CodedVariable>();
        foreach (var (id, name) in variables)
        {
            var meaning = Meanings.Of(name);
            meant.Add(id, new(name, meant.Values.Any(other => other.Meaning == meaning) ? Meaning.Other : meaning));
        }

        return meant;
    }
}
