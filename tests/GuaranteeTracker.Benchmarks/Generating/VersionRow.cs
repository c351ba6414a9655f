using GuaranteeTracker.Domain.Timelines;
using NpgsqlTypes;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>A claim version as its row has it.</summary>
internal static class VersionRow
{
    public const string Columns =
        "claim, recorded, until, topic, actor, effective, earliest, stance, voice, traits, speaker, reported_by, source, publisher, published, start";

    public static void Add(Copy copy, ClaimVersion version) => copy.Row()
        .Add(version.Claim, NpgsqlDbType.Uuid).Add(version.Recorded, NpgsqlDbType.Bigint).Add(version.Until, NpgsqlDbType.Bigint)
        .Add(version.Topic).Add(version.Actor).Add(version.Effective).Add(version.Earliest)
        .Add((short)version.Stance, NpgsqlDbType.Smallint).Add((short)version.Voice, NpgsqlDbType.Smallint).Add((short)version.Traits, NpgsqlDbType.Smallint)
        .Add(version.Speaker).Add(version.ReportedBy).Add(version.Source, NpgsqlDbType.Uuid)
        .Add(version.Publisher).Add(version.Published, NpgsqlDbType.Date).Add(version.Start, NpgsqlDbType.Integer);
}
