using Weasel.Postgresql.Tables;

namespace GuaranteeTracker.Api.Recording;

/// <summary>The tables that the leader writes: the ledger, and rows from which anybody can read quickly what is known.</summary>
internal static class LedgerTables
{
    public static IEnumerable<Table> All => [MakeCheckpoints(), MakeLeaves(), MakeTiles(), MakeGaps(), MakeStragglers(), MakeClaimVersions(), MakeCatalogue()];

    /// <summary>Moments of the record: nothing can overtake a sequence number in here any more.</summary>
    private static Table MakeCheckpoints()
    {
        var table = new Table(Tables.Checkpoints);
        table.AddColumn("size", "bigint").AsPrimaryKey();
        table.AddColumn("sequence", "bigint").NotNull().AddIndex(index => index.IsUnique = true);
        table.AddColumn("at", "timestamp with time zone").NotNull().AddIndex(index => index.IsUnique = true);
        table.AddColumn("root", "bytea").NotNull();
        table.AddColumn("edge", "bytea").NotNull();
        table.AddColumn("note", "text");
        return table;
    }

    private static Table MakeLeaves()
    {
        var table = new Table(Tables.Leaves);
        table.AddColumn("index", "bigint").AsPrimaryKey();
        table.AddColumn("sequence", "bigint").NotNull().AddIndex(index => index.IsUnique = true);
        table.AddColumn("hash", "bytea").NotNull();
        return table;
    }

    /// <summary>Roots of complete subtrees of 256, 65,536, … leaves: the hashes of the tiles above the leaves.</summary>
    private static Table MakeTiles()
    {
        var table = new Table(Tables.Tiles);
        table.AddColumn("level", "smallint").AsPrimaryKey();
        table.AddColumn("index", "bigint").AsPrimaryKey();
        table.AddColumn("hash", "bytea").NotNull();
        return table;
    }

    /// <summary>Numbers that a checkpoint passed without an event.</summary>
    private static Table MakeGaps()
    {
        var table = new Table(Tables.Gaps);
        table.AddColumn("first", "bigint").AsPrimaryKey();
        table.AddColumn("last", "bigint").NotNull();
        return table;
    }

    /// <summary>Events found in a gap afterwards, which should never be.</summary>
    private static Table MakeStragglers()
    {
        var table = new Table(Tables.Stragglers);
        table.AddColumn("sequence", "bigint").AsPrimaryKey();
        table.AddColumn("known", "bigint").NotNull();
        table.AddColumn("found", "timestamp with time zone").NotNull();
        return table;
    }

    public static Table MakeClaimVersions(string name = Tables.ClaimVersions)
    {
        var table = new Table(name);
        table.AddColumn("claim", "uuid").AsPrimaryKey();
        table.AddColumn("recorded", "bigint").AsPrimaryKey();
        table.AddColumn("until", "bigint").NotNull();
        table.AddColumn("topic", "text").NotNull();
        table.AddColumn("actor", "text").NotNull();
        table.AddColumn("effective", "timestamp with time zone").NotNull();
        table.AddColumn("earliest", "timestamp with time zone").NotNull();
        table.AddColumn("stance", "smallint").NotNull();
        table.AddColumn("voice", "smallint").NotNull();
        table.AddColumn("traits", "smallint").NotNull();
        table.AddColumn("speaker", "text");
        table.AddColumn("reported_by", "text");
        table.AddColumn("source", "uuid").NotNull().AddIndex();
        table.AddColumn("publisher", "text").NotNull();
        table.AddColumn("published", "date").NotNull();
        table.AddColumn("start", "integer").NotNull();
        table.AddColumn("stated", "text");
        table.Indexes.Add(new IndexDefinition($"idx_{table.Identifier.Name}_topic") // a timeline is read from it alone
        {
            Columns = ["topic", "actor", "effective"],
            IncludeColumns =
            [
                "claim", "recorded", "until", "earliest", "stance", "voice", "traits", "speaker", "reported_by", "source", "publisher", "published", "start", "stated",
            ],
        });
        table.Indexes.Add(new IndexDefinition($"idx_{table.Identifier.Name}_actor_effective")
        {
            Columns = ["actor", "effective"],
            IncludeColumns = ["recorded", "until", "claim", "source"],
        });
        return table;
    }

    /// <summary>Facts that every reader wants whole.</summary>
    public static Table MakeCatalogue(string name = Tables.Catalogue)
    {
        var table = new Table(name);
        table.AddColumn("sequence", "bigint").AsPrimaryKey();
        table.AddColumn("known", "bigint").NotNull();
        table.AddColumn("type", "text").NotNull();
        table.AddColumn("data", "jsonb").NotNull();
        return table;
    }
}
