using Npgsql;

namespace GuaranteeTracker.Api.Recording;

/// <summary>Adds statements to a batch.</summary>
internal static class Batches
{
    /// <param name="arguments">A list, so that an array in it stays one argument.</param>
    public static void Add(this NpgsqlBatch batch, string sql, List<object>? arguments = null)
    {
        var command = new NpgsqlBatchCommand(sql);
        arguments?.ForEach(argument => command.Parameters.Add(new() { Value = argument }));
        batch.BatchCommands.Add(command);
    }
}
