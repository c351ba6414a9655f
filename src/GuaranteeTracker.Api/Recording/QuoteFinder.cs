using System.Diagnostics;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Domain.Claims;
using Npgsql;

namespace GuaranteeTracker.Api.Recording;

/// <summary>
/// Looks for the words that requests quote before their turn comes: it can take long, and neither those that are saved together
/// with them should wait for it, nor, where it takes very long, anybody else.
/// </summary>
internal sealed class QuoteFinder(KnownThings known, NpgsqlDataSource database) : IDisposable
{
    /// <summary>In comparisons, of which a processor makes some two hundred million a second.</summary>
    private const long Little = 20_000_000;

    /// <inheritdoc cref="Little"/>
    public const long Most = 400_000_000;

    /// <summary>A text that has to be read first costs as much as so many comparisons of each of its characters.</summary>
    private const int Reading = 8;

    private const string FindText =
        $"""
        select t.sha256, t.text from {Tables.Events} e join {Tables.SourceTexts} t on t.sha256 = e.data ->> 'textSha256'
        where e.stream_id = $1 and e.version = 1 and e.type = '{FactNames.SourceRegistered}'
        """;

    /// <summary>So many wait for their turn at most: each has a body of some megabytes.</summary>
    private const int MostWaiting = 32;

    private readonly SemaphoreSlim _turn = new(1); // the long ones, one at a time
    private int _waiting;

    /// <summary>What is not found here, for want of a source or text, is looked for when the request is decided.</summary>
    /// <param name="patience">So long it may wait for its turn, where that takes long; infinite: an import, which has all the time there is.</param>
    /// <param name="coming">Texts that are about to be recorded.</param>
    /// <returns>Why not, null where all is well; and how long it waited for its turn.</returns>
    public async Task<(Problem? Problem, TimeSpan Waited)> FindAsync(IEnumerable<IRecordingRequest> requests, TimeSpan patience, CancellationToken cancellation, KnownThings? coming = null)
    {
        var effort = new Effort(Most);
        var (holds, waited) = (false, TimeSpan.Zero);
        try
        {
            foreach (var source in requests.Select(request => request.Quotation).OfType<Quotation>().GroupBy(quotation => quotation.Source, StringComparer.Ordinal))
            {
                var text = effort.IsSpent ? null : await TextAsync(source.Key, coming, effort, cancellation);
                foreach (var quotation in source)
                {
                    if (effort.IsSpent)
                    {
                        quotation.Skip();
                    }
                    else if (text is not null)
                    {
                        if (!holds && effort.Steps + quotation.CostIn(text.Text) > Little)
                        {
                            var began = Stopwatch.GetTimestamp();
                            if (await TakeTurnAsync(patience, cancellation) is { } problem)
                            {
                                return (problem, patience);
                            }

                            (holds, waited) = (true, Stopwatch.GetElapsedTime(began));
                        }

                        quotation.Look(text, effort);
                    }
                }
            }

            return (null, waited);
        }
        finally
        {
            if (holds)
            {
                _turn.Release();
            }
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Null once it is there.</summary>
    private async Task<Problem?> TakeTurnAsync(TimeSpan patience, CancellationToken cancellation)
    {
        try
        {
            return Interlocked.Increment(ref _waiting) > MostWaiting && patience != Timeout.InfiniteTimeSpan ? Problems.QueueFull : await _turn.WaitAsync(patience, cancellation) ? null : Problems.DeadlinePassed;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private async Task<KnownText?> TextAsync(string source, KnownThings? coming, Effort effort, CancellationToken cancellation)
    {
        try
        {
            return known.TextOf(source) ?? coming?.TextOf(source) ?? await ReadTextAsync(source, effort, cancellation);
        }
        catch (Exception e) when (Conflicts.IsConnectionLost(e))
        {
            return null; // whoever saves the request tries again
        }
    }

    private async Task<KnownText?> ReadTextAsync(string source, Effort effort, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(FindText);
        command.Parameters.Add(new() { Value = source });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
        {
            return null;
        }

        var text = new KnownText(reader.GetString(0), reader.GetString(1));
        known.AddText(source, text);
        effort.Spend((long)Reading * text.Text.Length);
        return text;
    }
}
