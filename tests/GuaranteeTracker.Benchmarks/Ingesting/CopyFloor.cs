using System.Diagnostics;
using System.Text;
using GuaranteeTracker.Benchmarks.Generating;
using Npgsql;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>The floor under an import: binary COPY of as many rows into an empty table.</summary>
internal static class CopyFloor
{
    private const int Piece = 64 * 1024;

    /// <returns>Rows a second, until they are committed.</returns>
    public static async Task<double> RunAsync(NpgsqlDataSource database, string[] payload, long rows, CancellationToken cancellation)
    {
        await FloorTable.MakeAsync(database, cancellation);
        var (data, table, buffer) = (payload.Select(Encoding.UTF8.GetBytes).ToArray(), new Table(FloorTable.Name, FloorTable.Columns), new RowBuffer());
        var start = Stopwatch.GetTimestamp();
        await using (var copy = await Copy.BeginAsync(database, table, cancellation))
        {
            for (var row = 0L; row < rows; row++)
            {
                var id = Draw.For(Draw.Kind.ShortArticle, -1, row).Id(); // at random, as those of the import
                buffer.Row(table.Width).Add(id).Add(FloorTable.Stream(id)).AddJson(data[row % data.Length]);
                if (buffer.Written.Length >= Piece || row == rows - 1)
                {
                    await copy.WriteAsync(buffer, cancellation);
                    buffer.Clear();
                }
            }

            await copy.CompleteAsync(cancellation);
        }

        var rate = rows / Stopwatch.GetElapsedTime(start).TotalSeconds;
        await FloorTable.DropAsync(database, cancellation);
        return rate;
    }
}
