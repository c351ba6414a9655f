using System.Buffers;
using System.Text;
using Npgsql;

namespace GuaranteeTracker.Api.Recording.Rows;

/// <summary>
/// What PostgreSQL's English full text makes of the stretches between spaces, kept for the texts to come: its parser takes 25 µs for a claim,
/// and words come again. No word reaches over a space but in a tag, so texts with an angle bracket are left to PostgreSQL. Not for two threads at once.
/// </summary>
internal sealed class KnownPieces
{
    private const int Most = 50_000, Longest = 100;

    /// <summary>Stands behind a piece to tell how many positions that takes.</summary>
    private const string End = "qzendqz";

    private const string Ask =
        $"select piece.place, word.lexeme, word.positions from unnest($1) with ordinality piece (text, place), unnest(to_tsvector('english', piece.text || ' {End}')) word order by piece.place";

    private static readonly SearchValues<char> _leftToPostgres = SearchValues.Create('<');

    private readonly Dictionary<string, Piece> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _lexemes = new(StringComparer.Ordinal); // one array for each
    private readonly List<string> _unknown = [];
    private int _mostUnknown = 1_000;

    /// <summary>
    /// Before each stretch of the record. Where too much is known, all is forgotten. A piece costs PostgreSQL a quarter of what a claim's texts do,
    /// so of texts that are all new no more is asked for than pays: the rest it reads whole.
    /// </summary>
    /// <param name="claims">How many the stretch has.</param>
    public void Begin(int claims)
    {
        _mostUnknown = 100 + claims;
        if (_known.Count > Most)
        {
            _known.Clear();
            _lexemes.Clear();
        }
    }

    /// <summary>The pieces of a text; null where PostgreSQL has to read it itself. They tell nothing before <see cref="LearnAsync"/>.</summary>
    public IReadOnlyList<Piece>? Split(string text)
    {
        if (text.AsSpan().ContainsAny(_leftToPostgres))
        {
            return null;
        }

        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        var pieces = new List<Piece>(1 + (text.Length / 5));
        for (int begin = 0, end; begin < text.Length; begin = end)
        {
            // With the space before it: what a sign means can depend on that.
            var next = text.AsSpan(begin + 1).IndexOf(' ');
            end = next < 0 ? text.Length : begin + 1 + next;
            var span = text.AsSpan(begin, end - begin);
            if (span.Length > Longest)
            {
                return null;
            }

            if (!known.TryGetValue(span, out var piece))
            {
                if (_unknown.Count >= _mostUnknown)
                {
                    return null;
                }

                var spelled = span.ToString();
                _known.Add(spelled, piece = new());
                _unknown.Add(spelled);
            }

            pieces.Add(piece);
        }

        return pieces;
    }

    /// <summary>Asks for what none of the texts before has had.</summary>
    public async Task LearnAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (_unknown.Count > 0)
        {
            try
            {
                await AskAsync(connection, cancellation);
            }
            catch
            {
                _known.Clear(); // or they would stay without lexemes
                throw;
            }
            finally
            {
                _unknown.Clear();
            }
        }
    }

    private async Task AskAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Ask, connection) { Parameters = { new() { Value = _unknown.ToArray() } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var lexemes = new List<Lexeme>();
        var (place, end) = (1L, 0);
        while (await reader.ReadAsync(cancellation))
        {
            if (reader.GetInt64(0) != place)
            {
                Learn(place, lexemes, end);
                place = reader.GetInt64(0);
            }

            var (text, positions) = (reader.GetString(1), reader.GetFieldValue<short[]>(2));
            if (text == End)
            {
                end = positions[^1];
                positions = positions[..^1];
            }

            lexemes.AddRange(positions.Select(position => new Lexeme(Intern(text), position)));
        }

        Learn(place, lexemes, end);
    }

    private void Learn(long place, List<Lexeme> lexemes, int end)
    {
        var piece = _known[_unknown[(int)place - 1]];
        (piece.Lexemes, piece.Positions) = (lexemes.ToArray(), end - 1);
        lexemes.Clear();
    }

    private byte[] Intern(string lexeme)
    {
        if (!_lexemes.TryGetValue(lexeme, out var text))
        {
            _lexemes.Add(lexeme, text = Encoding.UTF8.GetBytes(lexeme));
        }

        return text;
    }
}
