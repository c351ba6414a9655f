namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <param name="Data">The folder for stores and import files.</param>
/// <param name="Time">Of each burst.</param>
/// <param name="ImportRounds">Each over a store of its own.</param>
/// <param name="Only">The parts that are run: singles, batches, latency, import.</param>
/// <param name="Waits">Whether commits wait for the disk, the service's and the floor's.</param>
internal sealed record IngestOptions(FileInfo Service, string Data, int Rounds, TimeSpan Time, long ImportClaims, int ImportRounds, IReadOnlySet<string> Only, bool Waits)
{
    public const string Singles = "singles", Batches = "batches", Latency = "latency", Import = "import";
}
