using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Recording.Saving;

/// <summary>
/// Saves requests together until each has its answer. After a conflict all decide again: whom it was about is refused then, or
/// finds what it asked for on record. After two such rounds each is saved by itself.
/// </summary>
internal sealed class Saver(ITransaction transaction)
{
    private const int Together = 2, Alone = 12, Losses = 4;

    public async Task SaveAsync(IReadOnlyList<Entry> entries, CancellationToken cancellation)
    {
        for (var (conflicts, losses) = (0, 0); ;)
        {
            try
            {
                await transaction.RunAsync(entries, cancellation);
                return;
            }
            catch (Exception) when (cancellation.IsCancellationRequested) // whatever it broke off with: the service stops
            {
                AnswerAway(entries);
                return;
            }
            catch (Exception e) when (Conflicts.Explains(e) && ++conflicts < (entries.Count > 1 ? Together : Alone))
            {
                await PauseAsync(Random.Shared.Next(5, 10 * conflicts), cancellation);
            }
            catch (Exception e) when (Conflicts.Explains(e) && entries is [var only])
            {
                only.GiveUp(Problems.Busy);
                return;
            }
            catch (Exception e) when (Conflicts.IsConnectionLost(e) && ++losses < Losses)
            {
                await PauseAsync(100 * losses, cancellation);
            }
            catch (Exception e) when (Conflicts.IsConnectionLost(e))
            {
                AnswerAway(entries);
                return;
            }
            catch (Exception e) when (entries is [var only])
            {
                only.Fail(e);
                return;
            }
            catch (Exception) when (entries.Count > 1) // whatever it is, and whosever: each for itself
            {
                foreach (var entry in entries)
                {
                    await SaveAsync([entry], cancellation);
                }

                return;
            }
        }
    }

    /// <summary>Shorter where the service stops meanwhile: the next attempt tells those who wait.</summary>
    private static Task PauseAsync(int milliseconds, CancellationToken cancellation) =>
        Task.Delay(milliseconds, cancellation).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private static void AnswerAway(IReadOnlyList<Entry> entries)
    {
        foreach (var entry in entries)
        {
            entry.GiveUp(Problems.DatabaseAway);
        }
    }
}
