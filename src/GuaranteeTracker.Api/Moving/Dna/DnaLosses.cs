using System.Globalization;
using GuaranteeTracker.Api.Importing;

namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>What a DNA database holds beside documents and statements, for which there is no place.</summary>
internal static class DnaLosses
{
    private const string Attributes = """
        select v.Variable, e.Value, n.AttributeVariable, a.AttributeValue
        from ATTRIBUTEVALUES a join ENTITIES e on e.ID = a.EntityId join VARIABLES v on v.ID = e.VariableId join ATTRIBUTEVARIABLES n on n.ID = a.AttributeVariableId
        where trim(a.AttributeValue) <> '' order by e.ID, n.ID
        """;

    private const string Parents = """
        select v.Variable, e.Value, p.Value from ENTITIES e join ENTITIES p on p.ID = e.ChildOf join VARIABLES v on v.ID = e.VariableId order by e.ID
        """;

    private const string Links = """
        select s.Variable, t.Variable from VARIABLELINKS l join VARIABLES s on s.ID = l.SourceVariableId join VARIABLES t on t.ID = l.TargetVariableId order by l.ID
        """;

    public static async Task<IReadOnlyList<ImportLoss>> ReadAsync(DnaConnection connection, CancellationToken cancellation)
    {
        var losses = new List<ImportLoss>();
        if (connection.Has("CODERS") && await connection.ListAsync("select count(*) from CODERS", row => row.GetInt64(0), cancellation) is [var coders and > 0])
        {
            losses.Add(new("coders", string.Create(CultureInfo.InvariantCulture, $"There is no place for who coded what; the file has {coders} coders.")));
        }

        if (connection.Has("REGEXES"))
        {
            losses.AddRange(await connection.ListAsync(
                "select Label from REGEXES order by Label", row => new ImportLoss($"regular expression {Told.Of(row.Word(0))}", "There is no place for what highlights words."), cancellation));
        }

        if (connection.Has("VARIABLELINKS"))
        {
            losses.AddRange(await connection.ListAsync(
                Links, row => new ImportLoss($"variable {Told.Of(row.Word(0))}", $"There is no place for its link to {Told.Of(row.Word(1))}."), cancellation));
        }

        losses.AddRange(await connection.ListAsync(
            Parents, row => new ImportLoss($"{row.Word(0)} {Told.Of(row.Word(1))}", $"There is no place for its being part of {Told.Of(row.Word(2))}."), cancellation));
        if (connection.Has("ATTRIBUTEVALUES") && connection.Has("ATTRIBUTEVARIABLES"))
        {
            losses.AddRange(await connection.ListAsync(
                Attributes, row => new ImportLoss($"{row.Word(0)} {Told.Of(row.Word(1))}", $"There is no place for its {row.Word(2)}, {Told.Of(row.Word(3))}."), cancellation));
        }

        return losses;
    }
}
