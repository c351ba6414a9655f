namespace GuaranteeTracker.Api.Moving;

/// <summary>A few imports at once: each takes memory for what waits in it.</summary>
internal sealed class ImportSlots : IDisposable
{
    private const int Slots = 2;

    private readonly SemaphoreSlim _free = new(Slots);

    /// <summary>To be given back by disposing of it; null where all are taken.</summary>
    public IDisposable? TryTake() => _free.Wait(TimeSpan.Zero) ? new Slot(_free) : null;

    public void Dispose() => _free.Dispose();

    private sealed class Slot(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
