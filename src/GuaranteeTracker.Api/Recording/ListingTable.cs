using Weasel.Postgresql.Tables;

namespace GuaranteeTracker.Api.Recording;

/// <summary>What claims are found, filtered, sorted and counted by: a row for each row of <see cref="Tables.ClaimVersions"/>. docs/adr/0016-listing.md says why it is one table of its own.</summary>
internal static class ListingTable
{
    private static readonly string[] _filters = ["recorded", "until", "retracted", "first_at", "topic", "actor", "stance", "voice", "act", "speaker", "reported_by", "source", "publisher"];

    public static Table Make(string name = Tables.ClaimListing)
    {
        var table = new Table(name);
        table.AddColumn("claim", "uuid").AsPrimaryKey();
        table.AddColumn("recorded", "bigint").AsPrimaryKey();
        table.AddColumn("until", "bigint").NotNull();
        table.AddColumn("retracted", "boolean").NotNull(); // whether that is what ended it
        table.AddColumn("first", "bigint").NotNull(); // the event that recorded the claim
        table.AddColumn("first_at", "timestamp with time zone").NotNull();
        table.AddColumn("content", "bigint").NotNull(); // the event that has the content
        table.AddColumn("effective", "timestamp with time zone").NotNull();
        table.AddColumn("topic", "text").NotNull();
        table.AddColumn("actor", "text").NotNull();
        table.AddColumn("stance", "smallint").NotNull();
        table.AddColumn("voice", "smallint").NotNull();
        table.AddColumn("act", "text").NotNull();
        table.AddColumn("speaker", "text");
        table.AddColumn("reported_by", "text");
        table.AddColumn("source", "uuid").NotNull();
        table.AddColumn("publisher", "text").NotNull();
        table.AddColumn("words", "tsvector").NotNull();

        // Each order is walked until enough fit, which the index alone decides.
        table.Index("effective_claim", new IndexDefinition("") { Columns = ["effective", "claim"], IncludeColumns = [.. _filters, "first", "content"] });
        table.Index("first_claim", new IndexDefinition("") { Columns = ["first", "claim"], IncludeColumns = [.. _filters, "effective", "content"] });

        // What is rare is collected. One column alone: all rows of one value lie together, so that many share a page, and a new one costs little.
        foreach (var column in new[] { "topic", "actor", "speaker", "reported_by", "publisher", "source" })
        {
            table.Index(column, new IndexDefinition("") { Columns = [column] });
        }

        table.Index("retracted", new IndexDefinition("") { Columns = ["effective", "claim"], Predicate = "retracted" });
        table.Index("words", new IndexDefinition("") { Columns = ["words"], Method = IndexMethod.gin });
        return table;
    }

    private static void Index(this Table table, string name, IndexDefinition index)
    {
        index.Name = $"idx_{table.Identifier.Name}_{name}";
        table.Indexes.Add(index);
    }
}
