using System.Diagnostics;
using System.Globalization;
using System.Net;
using GuaranteeTracker.Benchmarks.Generating;
using GuaranteeTracker.Benchmarks.Loading;
using GuaranteeTracker.Benchmarks.Measuring;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>Asks for pictures of one topic each, 20 a second at most, one after another.</summary>
internal sealed class PictureReads(Uri service, string key)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    private readonly Request _request = new(service);

    /// <param name="stop">When it is enough.</param>
    /// <returns>From asking to the last byte; and how many answers were not 200.</returns>
    public async Task<(Samples Times, int Refused)> RunAsync(CancellationToken stop)
    {
        var (times, refused) = (new Samples(), 0);
        using var connection = await RawConnection.OpenAsync(new DnsEndPoint(service.Host, service.Port), CancellationToken.None);
        for (var number = 0L; !stop.IsCancellationRequested; number++)
        {
            var request = Ask(number);
            var begun = Stopwatch.GetTimestamp();
            var (status, _) = await connection.AskAsync(request, CancellationToken.None);
            var took = Stopwatch.GetElapsedTime(begun);
            if (status == 200)
            {
                times.Add(took);
            }
            else
            {
                refused++; // a topic that the import has not brought yet
            }

            await Task.Delay(took < _pause ? _pause - took : TimeSpan.Zero, CancellationToken.None);
        }

        return (times, refused);
    }

    private byte[] Ask(long number)
    {
        var draw = Draw.For(Draw.Kind.ShortArticle, -2, number);
        var day = World.First.AddDays(draw.Below((World.End - World.First).Days));
        return _request.Get(
            string.Create(CultureInfo.InvariantCulture, $"/api/picture?asOf={day:yyyy-MM-dd}&topic={World.Topic(draw.Below(World.Topics))}&view=cells"), $"Authorization: Bearer {key}");
    }
}
