using System.Globalization;
using Microsoft.Data.Sqlite;

namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>The statements of a DNA database with the values of their variables.</summary>
internal static class DnaStatements
{
    private const string Statements = """
        select s.ID, s.StatementTypeId, s.DocumentId, s.Start, s.Stop, d.Date, v.VariableId, v.Value
        from STATEMENTS s
        left join DOCUMENTS d on d.ID = s.DocumentId
        left join (
            select t.StatementId, t.VariableId, e.Value from DATASHORTTEXT t join ENTITIES e on e.ID = t.Entity
            union all select StatementId, VariableId, Value from DATALONGTEXT
            union all select StatementId, VariableId, Value from DATABOOLEAN
            union all select StatementId, VariableId, Value from DATAINTEGER
        ) v on v.StatementId = s.ID
        order by s.DocumentId, s.ID, v.VariableId, v.Value
        """;

    public static async Task<IReadOnlyList<CodedStatement>> ReadAsync(
        DnaConnection connection, IReadOnlyDictionary<long, CodedType> types, CancellationToken cancellation)
    {
        var statements = new List<CodedStatement>();
        var values = new List<Value>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var value in connection.RowsAsync(Statements, row => Read(row, seen), cancellation))
        {
            if (values.Count > 0 && values[0].Statement != value.Statement)
            {
                statements.Add(Make(values, types));
                values.Clear();
            }

            values.Add(value);
        }

        return values.Count == 0 ? statements : [.. statements, Make(values, types)];
    }

    private static Value Read(SqliteDataReader row, Dictionary<string, string> seen)
    {
        var text = row.IsDBNull(7) ? null : row.Word(7);
        if (text is { Length: < 200 } && !seen.TryAdd(text, text))
        {
            text = seen[text]; // names are few and come again and again
        }

        return new(row.Word(0), row.GetValue(1) as long?, row.Word(2), Number(row, 3), Number(row, 4), DnaTime.Of(row, 5), row.GetValue(6) as long?, text);
    }

    private static long Number(SqliteDataReader row, int column) => row.GetValue(column) is long number and >= 0 and <= int.MaxValue ? number : -1;

    private static CodedStatement Make(List<Value> values, IReadOnlyDictionary<long, CodedType> types)
    {
        var head = values[0];
        var type = head.Type is { } id ? types.GetValueOrDefault(id) : null;
        var coded = values.Select(value => (Variable: type is not null && value.Variable is { } variable ? type.Variables.GetValueOrDefault(variable) : null, value.Text))
            .Where(value => value.Variable is not null && !string.IsNullOrWhiteSpace(value.Text)).ToList();
        var makesClaim = type is { MakesClaims: true };
        string? Of(Meaning meaning) => makesClaim ? coded.Find(value => value.Variable!.Meaning == meaning).Text : null;
        return new(
            head.Statement, $"statement {head.Statement} of document {head.Document}", head.Document, head.Time is { } time ? DateOnly.FromDateTime(time) : null,
            CodedName.Of(Of(Meaning.Person)), CodedName.Of(Of(Meaning.Organisation)), CodedName.Of(Of(Meaning.Concept)), Of(Meaning.Agreement), head.Start, head.Stop)
        {
            Unfit = makesClaim ? null : type is null ? "Its statement type is not in the file." : $"It is of the type {Told.Of(type.Label)}, which does not tell who is for or against what.",
            Lost = [.. coded.Where(value => !makesClaim || value.Variable!.Meaning == Meaning.Other)
                .Select(value => string.Create(CultureInfo.InvariantCulture, $"There is no place for its {value.Variable!.Name}, {Told.Of(value.Text!)}."))],
        };
    }

    private sealed record Value(string Statement, long? Type, string Document, long Start, long Stop, DateTime? Time, long? Variable, string? Text);
}
