using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>A page's rows, but for its checkpoint, which needs the pages before it. Used again once they are written: they are large.</summary>
internal sealed class PageRows
{
    private readonly Dictionary<Table, RowBuffer> _buffers = Table.All.ToDictionary(table => table, _ => new RowBuffer());

    public IReadOnlyDictionary<Table, RowBuffer> Buffers => _buffers;

    public PageRows Clear()
    {
        foreach (var buffer in _buffers.Values)
        {
            buffer.Clear();
        }

        return this;
    }

    public void Add(Encoded e)
    {
        var recorded = e.Recorded;
        Row(Table.Events).Add(recorded.Sequence).Add(e.Id).Add(recorded.Stream).Add((long)recorded.Version)
            .AddJson(e.Data).Add(e.Type).Add(recorded.At).Add(e.DotNetType).Add("generate").Add("generate").AddJson(Encoder.Headers);
        Row(Table.Leaves).Add(recorded.Sequence - 1).Add(recorded.Sequence).Add(e.LeafHash); // no number is missing, so leaves have theirs less one
        if (recorded.Version == 1)
        {
            Row(Table.Streams).Add(recorded.Stream).Add((long)recorded.Versions).Add(recorded.At).Add(recorded.At);
        }

        if (recorded is { Fact: SourceRegistered source, Text: { } text })
        {
            Row(Table.Texts).Add(source.TextSha256).Add(text);
        }

        if (Catalogue.Holds(recorded.Fact))
        {
            Row(Table.Catalogue).Add(recorded.Sequence).Add(recorded.Sequence).Add(e.Type).AddJson(e.Data);
        }
    }

    public void Add(ClaimVersion version) => Row(Table.Versions)
        .Add(version.Claim).Add(version.Recorded).Add(version.Until).Add(version.Topic).Add(version.Actor).Add(version.Effective).Add(version.Earliest)
        .Add((short)version.Stance).Add((short)version.Voice).Add((short)version.Traits).Add(version.Speaker).Add(version.ReportedBy)
        .Add(version.Source).Add(version.Publisher).Add(version.Published).Add(version.Start).Add(version.Stated);

    public RowBuffer Row(Table table) => _buffers[table].Row(table.Width);
}
