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
            catch (Exception e) when (Conflicts.Explains(e) && ++conflicts < (entries.Count > 1 ? Together : Alone))
            {
                await Task.Delay(Random.Shared.Next(5, 10 * conflicts), cancellation);
            }
            catch (Exception e) when (Conflicts.Explains(e) && entries is [var only])
            {
                only.Answer(Problems.Busy);
                return;
            }
            catch (Exception e) when (Conflicts.IsConnectionLost(e) && ++losses < Losses)
            {
                await Task.Delay(100 * losses, cancellation);
            }
            catch (Exception e) when (Conflicts.IsConnectionLost(e))
            {
                foreach (var entry in entries)
                {
                    entry.AnswerAway();
                }

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
}
