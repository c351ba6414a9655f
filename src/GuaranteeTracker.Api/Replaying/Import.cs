using System.Globalization;

namespace GuaranteeTracker.Api.Replaying;

/// <summary>Sends what a reader finds to a record, one after another: references come before use.</summary>
internal static class Import
{
    /// <param name="told">Told, as it happens, of each thing that was refused or lost: "line 17: …".</param>
    /// <param name="progress">Told how many are done, after each.</param>
    public static async Task<ImportReport> RunAsync(
        IAsyncEnumerable<ImportItem> items, IRecordTarget target, Action<string> told, Action<int> progress, CancellationToken cancellation)
    {
        var (recorded, repeated, refused, lost) = (0, 0, 0, 0);
        await foreach (var item in items.WithCancellation(cancellation))
        {
            if (item is ImportStep { Step: var step })
            {
                var result = await target.SendAsync(step, cancellation);
                recorded += result.IsNew ? 1 : 0;
                repeated += result is { IsNew: false, Refusal: null } ? 1 : 0;
                refused += result.Refusal is null ? 0 : 1;
                Tell(told, item, result.Refusal);
            }
            else
            {
                lost++;
                Tell(told, item, ((ImportLoss)item).Because);
            }

            progress(recorded + repeated + refused + lost);
        }

        return new(recorded, repeated, refused, lost);
    }

    private static void Tell(Action<string> told, ImportItem item, string? because)
    {
        if (because is not null)
        {
            told($"{item.Where}: {because}");
        }
    }
}

/// <param name="Repeated">How many were on record already.</param>
/// <param name="Lost">How many could not be read, or have no place in the record.</param>
internal sealed record ImportReport(int Recorded, int Repeated, int Refused, int Lost)
{
    public bool IsWhole => Refused == 0 && Lost == 0;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Recorded} recorded, {Repeated} on record already, {Refused} refused, {Lost} lost");
}
