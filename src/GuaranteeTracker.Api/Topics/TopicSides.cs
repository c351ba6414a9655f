using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Topics;

/// <summary>Puts the agreement of a topic into words.</summary>
internal sealed class TopicSides(PlacedActors placed)
{
    private const int MostNamed = 60;

    public async Task<IReadOnlyList<Side>> ReadAsync(string topic, DateTime asOf, KnownRecord record, CancellationToken cancellation)
    {
        var everybody = await placed.FindAsync(record, asOf, cancellation);
        var outline = await record.OutlineAsync(asOf, Selection.Everything with { Topics = new HashSet<string>(StringComparer.Ordinal) { topic } }, withRuns: true);
        var stances = outline.Topics.SelectMany(only => only.Cells).ToDictionary(cell => cell.Actor, StringComparer.Ordinal);
        if (outline.Topics is not [var addressed])
        {
            return [Of("Silent", everybody.Order(StringComparer.Ordinal))];
        }

        var agreement = Agreement.On(addressed, everybody);
        var pending = addressed.Pending.Select(claim => claim.Actor).Distinct(StringComparer.Ordinal).Where(actor => !stances.ContainsKey(actor));
        return
        [
            Of("For", agreement.For), Of("Against", agreement.Against), Of("Undecided", agreement.Undecided), Of("Only hearsay tells", agreement.Attributed),
            .. new[] { Of("May already have spoken", pending) }.Where(side => side.Members.Count > 0),
            Of("Silent", agreement.Silent),
        ];

        Side Of(string name, IEnumerable<string> actors)
        {
            var all = actors.ToList();
            return new(
                name,
                [.. all.Take(MostNamed).Select(actor => new SideMember(new(actor, record.NameOf(actor)), stances.GetValueOrDefault(actor)?.Stance))],
                Math.Max(0, all.Count - MostNamed));
        }
    }
}
