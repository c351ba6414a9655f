using GuaranteeTracker.Api.Importing;

namespace GuaranteeTracker.Api.Commands;

/// <summary>What <c>import</c> says of single items: those that are not on record, as it happens or for the end.</summary>
internal sealed class ImportTold(bool isJson)
{
    /// <summary>So many of what was refused or lost are told in JSON; the others are counted.</summary>
    private const int MostKept = 1_000;

    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Of how many items it is known what became of them.</summary>
    public int Count { get; private set; }

    public void Tell(ImportResult result)
    {
        Count++;
        if (result.Because is not { } because)
        {
            return;
        }

        if (!isJson)
        {
            Console.Out.WriteLine($"{result.Where}: {because}");
        }
        else if (_faults.Count < MostKept)
        {
            _faults.Add($"{result.Where}: {because}");
        }
    }
}
