using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Moving.Dna;
using GuaranteeTracker.Api.Replaying;
using Microsoft.Data.Sqlite;

namespace GuaranteeTracker.Api.Tests.Moving.Dna;

/// <summary>A file in a folder of its own, which goes when the test ends: a database as DNA 3 makes it, or whatever is written into it.</summary>
internal sealed class DnaFile : IDisposable
{
    /// <summary>Types 1 and 2, with the variables that DNA gives a new database and one of somebody's own; no documents.</summary>
    private const string Schema = """
        create table SETTINGS(Property text primary key, Value text not null);
        create table CODERS(ID integer primary key, Name text not null);
        create table DOCUMENTS(ID integer primary key, Title text not null, Text text not null, Coder integer, Author text not null default '', Source text not null default '',
            Section text not null default '', Notes text not null default '', Type text not null default '', Date integer not null);
        create table STATEMENTTYPES(ID integer primary key, Label text not null);
        create table VARIABLES(ID integer primary key, Variable text not null, DataType text not null, StatementTypeId integer, unique (Variable, StatementTypeId));
        create table VARIABLELINKS(ID integer primary key, SourceVariableId integer, TargetVariableId integer);
        create table REGEXES(Label text primary key);
        create table STATEMENTS(ID integer primary key, StatementTypeId integer, DocumentId integer, Start integer not null, Stop integer not null, Coder integer);
        create table DATABOOLEAN(ID integer primary key, StatementId integer not null, VariableId integer not null, Value integer not null default 1, unique (StatementId, VariableId));
        create table DATAINTEGER(ID integer primary key, StatementId integer not null, VariableId integer not null, Value integer not null default 0, unique (StatementId, VariableId));
        create table ENTITIES(ID integer primary key, VariableId integer not null, Value text not null default '', ChildOf integer, unique (VariableId, Value));
        create table DATASHORTTEXT(ID integer primary key, StatementId integer not null, VariableId integer not null, Entity integer not null, unique (StatementId, VariableId));
        create table DATALONGTEXT(ID integer primary key, StatementId integer not null, VariableId integer not null, Value text default '', unique (StatementId, VariableId));
        create table ATTRIBUTEVARIABLES(ID integer primary key, VariableId integer not null, AttributeVariable text not null);
        create table ATTRIBUTEVALUES(ID integer primary key, EntityId integer not null, AttributeVariableId integer not null, AttributeValue text not null default '');
        insert into SETTINGS values ('version', '3.0.11');
        insert into STATEMENTTYPES values (1, 'DNA Statement'), (2, 'Annotation');
        insert into VARIABLES values (1, 'person', 'short text', 1), (2, 'organization', 'short text', 1), (3, 'concept', 'short text', 1), (4, 'agreement', 'boolean', 1),
            (5, 'frame', 'short text', 1), (6, 'note', 'long text', 2);
        """;

    /// <summary>2025-08-20, in seconds.</summary>
    public const long August20 = 1_755_648_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("dna #1? ").FullName;

    private DnaFile(string name) => File = Path.Combine(_folder, name);

    public string File { get; }

    /// <summary>A database without documents, to fill.</summary>
    public static DnaFile Database()
    {
        var file = new DnaFile("coded.dna");
        file.Run(Schema);
        return file;
    }

    public static DnaFile Of(string text) => Of(System.Text.Encoding.UTF8.GetBytes(text));

    public static DnaFile Of(byte[] bytes)
    {
        var file = new DnaFile("list.csv");
        System.IO.File.WriteAllBytes(file.File, bytes);
        return file;
    }

    public void Run(string sql, params object[] values)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"pragma synchronous = off; pragma journal_mode = memory; {sql}";
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${i + 1}", values[i]);
        }

        command.ExecuteNonQuery();
    }

    public void Document(long id, string text, long date = August20, string title = "Leaders met", string source = "Example") =>
        Run("insert into DOCUMENTS (ID, Title, Text, Source, Date) values ($1, $2, $3, $4, $5)", id, title, text, source, date);

    /// <summary>A statement; what is null has no value, as where a coder left it empty.</summary>
    public void Statement(
        long id, long document, long start, long stop, string? person = "Ada Lovelace", string? organisation = "Ministry", string? concept = "Troops should go.", int? agreement = 1)
    {
        Run("insert into STATEMENTS (ID, StatementTypeId, DocumentId, Start, Stop, Coder) values ($1, 1, $2, $3, $4, 1)", id, document, start, stop);
        foreach (var (variable, value) in new[] { (1, person), (2, organisation), (3, concept) })
        {
            Value(id, variable, value ?? "");
        }

        if (agreement is { } number)
        {
            Run("insert into DATABOOLEAN (StatementId, VariableId, Value) values ($1, 4, $2)", id, number);
        }
    }

    public void Value(long statement, int variable, string value)
    {
        Run("insert or ignore into ENTITIES (VariableId, Value) values ($1, $2)", variable, value);
        Run("insert into DATASHORTTEXT (StatementId, VariableId, Entity) select $1, $2, ID from ENTITIES where VariableId = $2 and Value = $3", statement, variable, value);
    }

    /// <summary>A statement on the first occurrence of the words.</summary>
    public void Code(long id, string text, string words, long document = 1)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        Statement(id, document, start, start + words.Length);
    }

    public async Task<IReadOnlyList<ImportItem>> ReadAsync()
    {
        var items = new List<ImportItem>();
        await foreach (var item in new DnaReader(File).ReadAsync(CancellationToken.None))
        {
            items.Add(item);
        }

        return items;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

internal static class ImportItems
{
    public static IEnumerable<RecordStep> Steps(this IEnumerable<ImportItem> items, StepKind kind) =>
        items.OfType<ImportStep>().Select(item => item.Step).Where(step => step.Kind == kind);

    public static JsonObject Content(this RecordStep step) => (JsonObject)JsonNode.Parse(step.Body.Span)!;

    public static IEnumerable<string> Losses(this IEnumerable<ImportItem> items) => items.OfType<ImportLoss>().Select(loss => $"{loss.Where}: {loss.Because}");

    /// <summary>Everything in it, to compare.</summary>
    public static string Written(this ImportItem item) => item is ImportStep { Step: var step } ? $"{item.Where}: {step.Path} {step.Content().ToJsonString()}" : item.ToString();
}
