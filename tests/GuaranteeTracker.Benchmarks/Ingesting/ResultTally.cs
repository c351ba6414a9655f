using System.Text.Json;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>Counts the result lines of an import by what they say, and keeps the first that say something is wrong.</summary>
internal sealed class ResultTally
{
    private const int MostKept = 5;

    private readonly Dictionary<string, long> _words = [];
    private readonly List<byte> _begun = [];
    private readonly List<string> _kept = [];

    public long Lines { get; private set; }

    public IReadOnlyDictionary<string, long> Words => _words;

    /// <summary>Some whole lines with words that other lines do not have, or hardly any.</summary>
    public IReadOnlyList<string> Kept => _kept;

    /// <param name="piece">Of the answer's body, ending anywhere.</param>
    public void Add(ReadOnlySpan<byte> piece)
    {
        for (int end; (end = piece.IndexOf((byte)'\n')) >= 0; piece = piece[(end + 1)..])
        {
            if (_begun.Count == 0)
            {
                Count(piece[..end]);
                continue;
            }

            _begun.AddRange(piece[..end]);
            Count([.. _begun]);
            _begun.Clear();
        }

        _begun.AddRange(piece);
    }

    public override string ToString() => string.Join(", ", _words.OrderBy(word => word.Key, StringComparer.Ordinal).Select(word => $"{word.Value} {word.Key}"));

    private void Count(ReadOnlySpan<byte> line)
    {
        if (line.Trim(" \r"u8).IsEmpty)
        {
            return;
        }

        var word = Word(line);
        Lines++;
        _words[word] = _words.GetValueOrDefault(word) + 1;
        if (_words[word] == 1 && _kept.Count < MostKept)
        {
            _kept.Add(System.Text.Encoding.UTF8.GetString(line));
        }
    }

    /// <summary>What became of the line: the one word that tells, whatever its member is called.</summary>
    private static string Word(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1
                && (reader.ValueTextEquals("outcome"u8) || reader.ValueTextEquals("result"u8) || reader.ValueTextEquals("status"u8)))
            {
                reader.Read();
                return reader.TokenType == JsonTokenType.String ? reader.GetString()! : System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
            }
        }

        return "without a word";
    }
}
