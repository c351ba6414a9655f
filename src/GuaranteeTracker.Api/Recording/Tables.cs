using Weasel.Core;
using Weasel.Postgresql.Tables;

namespace GuaranteeTracker.Api.Recording;

/// <summary>The ordinary tables beside the event log. Marten makes them with its own.</summary>
internal static class Tables
{
    public const string
        SourceTexts = EventStore.Schema + ".source_texts",
        Checkpoints = EventStore.Schema + ".checkpoints",
        Leaves = EventStore.Schema + ".leaves",
        Gaps = EventStore.Schema + ".gaps",
        Stragglers = EventStore.Schema + ".stragglers",
        ClaimVersions = EventStore.Schema + ".claim_versions",
        ClaimListing = EventStore.Schema + ".claim_listing",
        Catalogue = EventStore.Schema + ".catalogue",
        Horizon = EventStore.Schema + ".horizon",
        Answers = EventStore.Schema + ".idempotent_answers",
        Analysts = EventStore.Schema + ".analysts",
        Keys = EventStore.Schema + ".keys",
        Erasures = EventStore.Schema + ".erasures",
        Tiles = EventStore.Schema + ".tiles",
        Events = EventStore.Schema + ".mt_events",
        EventNumbers = EventStore.Schema + ".mt_events_sequence";

    public static IEnumerable<ISchemaObject> All => [MakeSourceTexts(), MakeHorizon(), MakeAnswers(), MakeAnalysts(), MakeKeys(), MakeErasures(), .. LedgerTables.All, ListingTable.Make()];

    /// <summary>Texts by their hash: a text that must be taken down can be, without touching an event.</summary>
    private static Table MakeSourceTexts()
    {
        var table = new Table(SourceTexts);
        table.AddColumn("sha256", "text").AsPrimaryKey();
        table.AddColumn("text", "text").NotNull();
        return table;
    }

    /// <summary>One row: no later checkpoint's time can fall before or on it.</summary>
    private static Table MakeHorizon()
    {
        var table = new Table(Horizon);
        table.AddColumn("id", "integer").AsPrimaryKey();
        table.AddColumn("at", "timestamp with time zone").NotNull();
        return table;
    }

    /// <summary>First answers to requests with an Idempotency-Key, kept for 24 hours.</summary>
    private static Table MakeAnswers()
    {
        var table = new Table(Answers);
        table.AddColumn("caller", "text").AsPrimaryKey();
        table.AddColumn("key", "text").AsPrimaryKey();
        table.AddColumn("request", "text").NotNull();
        table.AddColumn("status", "integer").NotNull();
        table.AddColumn("location", "text");
        table.AddColumn("etag", "text");
        table.AddColumn("body", "bytea").NotNull();
        table.AddColumn("at", "timestamp with time zone").NotNull().AddIndex();
        return table;
    }

    /// <summary>Who the pseudonymous ids in the events are: the only place with names, which can be erased.</summary>
    private static Table MakeAnalysts()
    {
        var table = new Table(Analysts);
        table.AddColumn("id", "uuid").AsPrimaryKey();
        table.AddColumn("name", "text").NotNull().AddIndex(index => index.IsUnique = true);
        return table;
    }

    /// <summary>Keys that callers prove with who they are. The key itself is nowhere: only its hash is.</summary>
    private static Table MakeKeys()
    {
        var table = new Table(Keys);
        table.AddColumn("id", "uuid").AsPrimaryKey();
        table.AddColumn("hash", "bytea").NotNull().AddIndex(index => index.IsUnique = true);
        table.AddColumn("analyst", "uuid").NotNull();
        table.AddColumn("label", "text");
        table.AddColumn("role", "text").NotNull();
        table.AddColumn("created", "timestamp with time zone").NotNull();
        table.AddColumn("created_by", "uuid");
        table.AddColumn("expires", "timestamp with time zone");
        table.AddColumn("revoked", "timestamp with time zone");
        table.AddColumn("revoked_by", "uuid");
        table.AddColumn("last_used", "timestamp with time zone");
        return table;
    }

    /// <summary>What was taken away for good, when, why and by whom: the fact stays.</summary>
    private static Table MakeErasures()
    {
        var table = new Table(Erasures);
        table.AddColumn("id", "uuid").AsPrimaryKey();
        table.AddColumn("kind", "text").NotNull();
        table.AddColumn("subject", "text").NotNull().AddIndex();
        table.AddColumn("reason", "text").NotNull();
        table.AddColumn("at", "timestamp with time zone").NotNull();
        table.AddColumn("by", "uuid").NotNull();
        return table;
    }
}
