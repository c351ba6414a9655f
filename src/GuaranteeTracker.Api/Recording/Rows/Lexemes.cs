using System.Buffers.Binary;

namespace GuaranteeTracker.Api.Recording.Rows;

/// <summary>One of a text's words, as full text keeps it.</summary>
/// <param name="Text">UTF-8.</param>
internal readonly record struct Lexeme(byte[] Text, int Position);

/// <summary>What full text makes of a stretch of text between two spaces.</summary>
internal sealed class Piece
{
    /// <summary>With positions from 1 on, within the piece.</summary>
    public IReadOnlyList<Lexeme> Lexemes { get; set; } = [];

    /// <summary>How many positions it takes: stop words take one each, and are no lexemes.</summary>
    public int Positions { get; set; }
}

/// <summary>Puts the pieces of a claim's texts together as PostgreSQL's <c>to_tsvector</c> of a JSON array of them does.</summary>
internal static class Lexemes
{
    /// <summary>Positions up to here are never cut off.</summary>
    public const int MostPositions = 10_000;

    private const int MostOfOne = 255;

    /// <summary>As PostgreSQL receives a <c>tsvector</c>; null where it would have cut something off.</summary>
    /// <param name="texts">Each in its pieces.</param>
    public static byte[]? Binary(IReadOnlyList<IReadOnlyList<Piece>> texts)
    {
        var (all, bytes, position) = (new List<Lexeme>(64), 4, 0);
        foreach (var text in texts)
        {
            var before = all.Count;
            foreach (var piece in text)
            {
                for (var i = 0; i < piece.Lexemes.Count; i++)
                {
                    var lexeme = piece.Lexemes[i];
                    all.Add(lexeme with { Position = position + lexeme.Position });
                    bytes += lexeme.Text.Length + 5;
                }

                position += piece.Positions;
            }

            position += all.Count > before ? 1 : 0; // no phrase reaches from one text into the next
        }

        all.Sort(Compare);
        return position > MostPositions ? null : Write(all, new byte[bytes]);
    }

    private static int Compare(Lexeme one, Lexeme other) =>
        one.Text.AsSpan().SequenceCompareTo(other.Text) is var order and not 0 ? order : one.Position.CompareTo(other.Position);

    private static byte[]? Write(List<Lexeme> sorted, byte[] room)
    {
        var (at, distinct) = (4, 0);
        for (var i = 0; i < sorted.Count; distinct++)
        {
            var text = sorted[i].Text;
            text.CopyTo(room, at);
            at += text.Length + 1; // and a zero
            var (counted, count, last) = (at, 0, 0);
            at += 2;
            for (; i < sorted.Count && sorted[i].Text.AsSpan().SequenceEqual(text); i++)
            {
                if (sorted[i].Position == last)
                {
                    continue; // a word can have the same lexeme twice
                }

                last = sorted[i].Position;
                BinaryPrimitives.WriteUInt16BigEndian(room.AsSpan(at), (ushort)last);
                at += 2;
                count++;
            }

            if (count > MostOfOne)
            {
                return null;
            }

            BinaryPrimitives.WriteUInt16BigEndian(room.AsSpan(counted), (ushort)count);
        }

        BinaryPrimitives.WriteInt32BigEndian(room, distinct);
        return room[..at];
    }
}
