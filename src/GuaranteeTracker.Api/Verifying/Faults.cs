namespace GuaranteeTracker.Api.Verifying;

/// <summary>What was found so far. Where all is wrong, the first tell enough.</summary>
internal sealed class Faults
{
    private const int MostKept = 1_000;

    private readonly List<Fault> _kept = [];

    public IReadOnlyList<Fault> Kept => _kept;

    /// <summary>Those that are not kept as well.</summary>
    public long Count { get; private set; }

    public void Add(Fault fault)
    {
        Count++;
        if (_kept.Count < MostKept)
        {
            _kept.Add(fault);
        }
    }
}
