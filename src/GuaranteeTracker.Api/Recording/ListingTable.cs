using Weasel.Postgresql.Tables;

namespace GuaranteeTracker.Api.Recording;

/// <summary>What claims are found, filtered, sorted and counted by: a row for each row of <see cref="Tables.ClaimVersions"/>. docs/adr/0016-listing.md says why it is one table of its own.</summary>
internal static class ListingTable
{
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
        foreach (var (sort, other) in new[] { ("effective", "first"), ("first", "effective") }) // walked until enough fit, without a look at the table where what decides is in here
        {
            table.Indexes.Add(new IndexDefinition($"idx_{table.Identifier.Name}_{sort}_claim") { Columns = [sort, "claim"], IncludeColumns = ["recorded", "until", "retracted", other] });
        }

        foreach (var column in new[] { "topic", "actor", "speaker", "reported_by", "publisher" })
        {
            table.Index(column, "effective", "claim");
        }

        foreach (var column in new[] { "stance", "voice", "act", "source" }) // of few values each, or of few rows each: to be combined
        {
            table.Index(column);
        }

        table.Indexes.Add(new IndexDefinition($"idx_{table.Identifier.Name}_retracted") { Columns = ["effective", "claim"], Predicate = "retracted" });
        table.Indexes.Add(new IndexDefinition($"idx_{table.Identifier.Name}_words") { Columns = ["words"], Method = IndexMethod.gin });
        return table;
    }

    private static void Index(this Table table, params string[] columns) =>
        table.Indexes.Add(new IndexDefinition($"idx_{table.Identifier.Name}_{string.Join('_', columns)}") { Columns = columns });
}
