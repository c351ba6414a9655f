using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Networks;

/// <summary>
/// The claims that networks are made of: live at K, first-hand, with a side (a stance above or below undecided), effective between two instants.
/// By topic and actor; in each such cell by effective instant, then in the order that a timeline has them in, which depends on content alone.
/// </summary>
public sealed class SidedClaims
{
    private readonly SidedClaim[] _claims;

    private SidedClaims(string[] actors, string[] topics, SidedCell[] cells, SidedClaim[] claims, int mostSources) =>
        (Actors, Topics, Cells, _claims, MostSources) = (actors, topics, cells, claims, mostSources);

    /// <summary>Everybody with such a claim, in ordinal order of id.</summary>
    public IReadOnlyList<string> Actors { get; }

    /// <summary>Everything with such a claim, in ordinal order of id.</summary>
    public IReadOnlyList<string> Topics { get; }

    /// <summary>Number of claims.</summary>
    public int Count => _claims.Length;

    /// <summary>The first and the last day (UTC) that has one; null where there is none.</summary>
    public DayWindow? Days => Cells.Length == 0
        ? null
        : new(DateOnly.FromDayNumber(Cells.Min(cell => DayOf(cell.First))), DateOnly.FromDayNumber(Cells.Max(cell => DayOf(cell.End - 1))));

    /// <summary>By topic, then actor.</summary>
    internal SidedCell[] Cells { get; }

    /// <summary>As many sources as no timeline has more.</summary>
    internal int MostSources { get; }

    /// <param name="timelines">Of the topics asked for, in any order; each at K or later.</param>
    /// <param name="known">K.</param>
    /// <param name="shown">Whose claims count.</param>
    /// <param name="from">Inclusive, UTC.</param>
    /// <param name="to">Inclusive, UTC.</param>
    public static SidedClaims Between(IEnumerable<TopicTimeline> timelines, long known, Selection shown, DateTime from, DateTime to)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var (claims, cells, topics) = (new List<SidedClaim>(), new List<(string Actor, SidedCell Cell)>(), new List<string>());
        var mostSources = 0;
        foreach (var timeline in timelines.OrderBy(timeline => timeline.Topic, StringComparer.Ordinal))
        {
            var before = cells.Count;
            for (var cell = 0; cell < timeline.Actors; cell++)
            {
                var first = claims.Count;
                if (shown.Actor(timeline.Cells[cell].Actor))
                {
                    Collect(timeline, cell, known, from.Ticks, to.Ticks, claims);
                }

                if (claims.Count > first)
                {
                    cells.Add((timeline.Cells[cell].Actor, new(timeline, 0, topics.Count, first, claims.Count)));
                }
            }

            if (cells.Count > before)
            {
                topics.Add(timeline.Topic);
                mostSources = Math.Max(mostSources, timeline.Sources.Length);
            }
        }

        string[] actors = [.. cells.Select(cell => cell.Actor).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var places = actors.Index().ToDictionary(actor => actor.Item, actor => actor.Index, StringComparer.Ordinal);
        return new(actors, [.. topics], [.. cells.Select(cell => cell.Cell with { Actor = places[cell.Actor] })], [.. claims], mostSources);
    }

    internal ReadOnlySpan<SidedClaim> Of(int first, int end) => _claims.AsSpan(first, end - first);

    internal int DayOf(int claim) => _claims[claim].Day;

    private static void Collect(TopicTimeline timeline, int cell, long known, long from, long to, List<SidedClaim> into)
    {
        var (place, end) = timeline.PlacesBetween(cell, from, to);
        for (; place < end; place++)
        {
            ref readonly var entry = ref timeline.Entries[place];
            if (entry is { IsFirstHand: true, Stance: not Claims.Stance.Undecided } && timeline.HoldsAt(place, known))
            {
                into.Add(new((int)(timeline.Effective[place] / TimeSpan.TicksPerDay), place, entry.Stance > Claims.Stance.Undecided));
            }
        }
    }
}

/// <summary>What one actor said on one topic.</summary>
/// <param name="Actor">Place among the actors.</param>
/// <param name="Topic">Place among the topics.</param>
/// <param name="First">Its first claim.</param>
/// <param name="End">After its last claim.</param>
internal readonly record struct SidedCell(TopicTimeline Timeline, int Actor, int Topic, int First, int End);

/// <summary>A claim in 12 bytes.</summary>
internal readonly struct SidedClaim(int day, int place, bool agrees)
{
    /// <summary>Day number of its effective instant, UTC.</summary>
    public readonly int Day = day;

    /// <summary>In its timeline.</summary>
    public readonly int Place = place;

    /// <summary>Its stance is above undecided; else below.</summary>
    public readonly bool Agrees = agrees;
}
