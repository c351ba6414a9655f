using System.Numerics;

namespace GuaranteeTracker.Domain.Claims;

/// <summary>Numbers the three-character sequences of a passage.</summary>
internal sealed class TrigramTable
{
    internal const int None = -1;

    /// <summary>A sequence that finds no free place in so many is left out, so that even sequences chosen to collide cost no more.</summary>
    internal const int MaxProbes = 8;

    private readonly ulong[] _places;
    private readonly int[] _numbers;
    private readonly int _shift;

    internal TrigramTable(string passage)
    {
        var bits = BitOperations.Log2((uint)passage.Length) + 2;
        _places = new ulong[1 << bits];
        _numbers = new int[1 << bits];
        _shift = 64 - bits;
        for (var i = 0; i < passage.Length - 2; i++)
        {
            var place = PlaceOf(KeyAt(passage, i));
            if (place >= 0 && _places[place] == 0)
            {
                _places[place] = KeyAt(passage, i);
                _numbers[place] = i;
            }
        }
    }

    internal long Probes { get; private set; }

    /// <summary>The index of its first occurrence in the passage, or <see cref="None"/>.</summary>
    internal int Find(string text, int index)
    {
        var place = PlaceOf(KeyAt(text, index));
        return place >= 0 && _places[place] != 0 ? _numbers[place] : None;
    }

    /// <summary>Where a key is or belongs; negative when that is too far from its own place.</summary>
    private int PlaceOf(ulong key)
    {
        var place = (int)((key * 0x9E3779B97F4A7C15) >> _shift);
        for (var probe = 0; probe < MaxProbes; probe++, place = (place + 1) & (_places.Length - 1))
        {
            Probes++;
            if (_places[place] == key || _places[place] == 0)
            {
                return place;
            }
        }

        return None;
    }

    // Never 0, the mark of a free place: no text holds U+0000.
    private static ulong KeyAt(string text, int i) => text[i] | ((ulong)text[i + 1] << 16) | ((ulong)text[i + 2] << 32);
}
