using System.Globalization;
using System.Text;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Writing;
using Npgsql;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>A filter at a K as a condition on the rows of <c>claim_listing</c>, which it calls <c>listed</c>. Every value is a plain parameter, so that the planner knows it.</summary>
internal sealed class ClaimSql
{
    private readonly KnownRecord _record;
    private readonly List<object> _values = [];
    private readonly StringBuilder _where = new();
    private string? _withdrawn;

    private ClaimSql(ClaimFilter filter, KnownRecord record)
    {
        _record = record;
        Known = Add(record.K);
        _where.Append(CultureInfo.InvariantCulture, $"listed.recorded <= {Known} and (listed.until > {Known} or listed.retracted)");
        Any("actor", filter.Actors);
        Any("speaker", filter.Speakers);
        Any("reported_by", filter.Reporters);
        Any("topic", filter.Topics);
        Any("publisher", filter.Publishers);
        Any("source", filter.Sources);
        Any("stance", [.. filter.Stances.Select(stance => (short)stance)]);
        Any("act", [.. filter.Acts.Select(EnumWords.Of)]);
        Any("voice", [.. filter.Voices.Select(voice => (short)voice)]);
        if (filter.Reporters.Count > 0 && filter.Voices.Count > 0 && !filter.Voices.Contains(Voice.Hearsay))
        {
            And("false"); // nobody reports anything else, which the planner cannot know
        }

        Bound("effective", ">=", filter.Stated.First);
        Bound("effective", "<=", filter.Stated.Last);
        Bound("effective", "<=", filter.AsOf);
        Bound("first_at", ">=", filter.Recorded.First);
        Bound("first_at", "<=", filter.Recorded.Last);
        if (filter.TakesSides)
        {
            And($"listed.stance <> {(int)Stance.Undecided} and listed.voice <> {(int)Voice.Hearsay} and {Is(ClaimStatus.Live)}");
        }

        if (filter.Search is not null)
        {
            Query = $"websearch_to_tsquery('english', {Add(filter.Search)})";
            And($"listed.words @@ {Query}");
        }

        if (filter.Statuses.Count > 0)
        {
            And($"({string.Join(" or ", filter.Statuses.Select(Is))})");
        }
    }

    /// <summary>The place of K.</summary>
    public string Known { get; }

    /// <summary>What is searched for, as full text takes it; null where nothing is.</summary>
    public string? Query { get; }

    public string Where => _where.ToString();

    private string Withdrawn => _withdrawn ??= Add(_record.Withdrawn.ToArray());

    public static ClaimSql Of(ClaimFilter filter, KnownRecord record) => new(filter, record);

    /// <summary>A parameter's place.</summary>
    public string Add(object value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"${_values.Count}");
    }

    public void And(string condition) => _where.Append(" and ").Append(condition);

    /// <summary>Whether a claim is of a status.</summary>
    public string Is(ClaimStatus status) => status switch
    {
        ClaimStatus.Live => $"(listed.until > {Known} and listed.source <> all({Withdrawn}))",
        ClaimStatus.Corrected => "listed.content <> listed.first",
        ClaimStatus.Disputed => $"listed.claim = any({Add(_record.Disputed.ToArray())})",
        ClaimStatus.Retracted => $"(listed.retracted and listed.until <= {Known})",
        ClaimStatus.Withdrawn => $"listed.source = any({Withdrawn})",
        _ => throw new NotSupportedException($"{status} has no condition."),
    };

    public NpgsqlCommand Command(NpgsqlDataSource database, string sql)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in _values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }

    private void Any<T>(string column, IReadOnlyList<T> values)
    {
        if (values.Count > 0)
        {
            And($"listed.{column} = any({Add(values.ToArray())})");
        }
    }

    private void Bound(string column, string comparison, DateTime? at)
    {
        if (at is { } instant)
        {
            And($"listed.{column} {comparison} {Add(instant)}");
        }
    }
}
