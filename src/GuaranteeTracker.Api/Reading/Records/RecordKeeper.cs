using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Api.Reading.Records;

/// <summary>
/// Keeps the record of this node up to the last checkpoint in memory, as far as it is asked for, and reads what came after it.
/// Whoever needs what is committed now shares one read with all who ask at the same time.
/// </summary>
internal sealed class RecordKeeper
{
    /// <summary>Further behind than this, reading rows anew is quicker than catching up on events.</summary>
    private const int FarBehind = 20_000;

    private readonly RecordRows _rows;
    private readonly TimelineShelf _shelf;
    private readonly SharedRead<CurrentRecord> _reads;
    private volatile CurrentRecord? _current;

    public RecordKeeper(RecordRows rows, TimelineShelf shelf) =>
        (_rows, _shelf, _reads) = (rows, shelf, new(ReadAsync));

    /// <summary>The checkpoints that <see cref="Settled"/> holds, and maybe later ones.</summary>
    public CheckpointTimes Checkpoints { get; } = new();

    /// <summary>As last read; null before the first time.</summary>
    public SettledRecord? Settled => _current?.Settled;

    /// <summary>Everything committed before this call, by whichever node.</summary>
    public Task<CurrentRecord> ReadAsync(CancellationToken cancellation) => _reads.AskAsync(cancellation);

    /// <summary>The record at a checkpoint that holds this sequence number, which one has to.</summary>
    public async Task<SettledRecord> ReadSettledAsync(long sequence, CancellationToken cancellation) =>
        Settled is { } settled && settled.Mark >= sequence ? settled : (await ReadAsync(cancellation)).Settled;

    private async Task<CurrentRecord> ReadAsync()
    {
        var (lastNumber, covered) = await _rows.ReadPulseAsync();
        if (_current is { } current && covered == current.Settled.Size && lastNumber <= current.CompleteUpTo)
        {
            return current; // every number there is belongs to a fact that is held: nothing can have come since
        }

        var settled = Settled;
        if (settled is null || covered - settled.Size > FarBehind)
        {
            settled = await ReadAnewAsync();
        }

        var after = await _rows.ReadAfterAsync(settled.Size, settled.Mark);
        Checkpoints.Learn(after.Checkpoints.Select(item => item.Checkpoint));
        if (after.Checkpoints is [.., (var size, var last)])
        {
            var catalogue = settled.Catalogue.With(after.Settled);
            settled = settled.Advance(size, last.Sequence, catalogue, await NewsAsync(after.Settled, catalogue));
        }

        return _current = await WithTailAsync(settled, after.Tail);
    }

    /// <summary>The record at the last checkpoint, from rows.</summary>
    private async Task<SettledRecord> ReadAnewAsync()
    {
        var checkpoints = await _rows.ReadCheckpointsAsync(Checkpoints.Last?.Sequence ?? 0);
        if (checkpoints.Count == 0)
        {
            return Settled ?? new(0, 0, Catalogue.Empty, _shelf);
        }

        Checkpoints.Learn(checkpoints.Select(item => item.Checkpoint));
        var (size, last) = checkpoints[^1];
        return new(size, last.Sequence, await _rows.ReadCatalogueAsync(last.Sequence), _shelf);
    }

    /// <summary>The same as before where nothing has changed, so that what was made of it is not made again.</summary>
    private async Task<CurrentRecord> WithTailAsync(SettledRecord settled, IReadOnlyList<Sequenced> tail)
    {
        if (_current is { } before && before.Settled == settled && before.Tail.Select(fact => fact.Sequence).SequenceEqual(tail.Select(fact => fact.Sequence)))
        {
            return before;
        }

        var catalogue = settled.Catalogue.With(tail);
        return new(settled, tail, catalogue, tail.Count == 0 ? null : await NewsAsync(tail, catalogue));
    }

    private async Task<RecordNews> NewsAsync(IReadOnlyList<Sequenced> facts, Catalogue catalogue)
    {
        var registered = facts.Select(fact => fact.Fact).OfType<SourceRegistered>().ToDictionary(source => source.Source);
        var sources = await _rows.ReadSourcesAsync([.. facts.Select(fact => SourceOf(fact.Fact)).OfType<Guid>().Distinct().Where(source => !registered.ContainsKey(source))]);
        var changed = facts.Select(fact => fact.Fact).OfType<IClaimFact>().Where(fact => fact is not ClaimRecorded).Select(fact => fact.Claim).Distinct();
        var topics = await _rows.ReadTopicsAsync([.. changed]);
        return new(facts, catalogue, source => registered.GetValueOrDefault(source) ?? sources[source], claim => topics[claim]);
    }

    private static Guid? SourceOf(IFact fact) => fact switch
    {
        ClaimRecorded e => e.Content.Evidence.Source,
        ClaimCorrected e => e.Content.Evidence.Source,
        _ => null,
    };
}
