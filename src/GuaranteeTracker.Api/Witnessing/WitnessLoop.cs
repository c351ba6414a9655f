namespace GuaranteeTracker.Api.Witnessing;

/// <summary>Looks at the log again and again, and tells what came of it.</summary>
internal sealed class WitnessLoop(Witness witness, ILogger log)
{
    private Look? _told;

    /// <summary>Looks once.</summary>
    public async Task<LookResult> OnceAsync(CancellationToken cancellation)
    {
        var look = await witness.LookAsync(cancellation);
        if (look != _told) // what goes on unchanged is told once
        {
            Tell(look);
        }

        _told = look;
        return look.Result;
    }

    /// <summary>Until it is stopped. A refusal does not end it: who restores what was there should see it go on.</summary>
    public async Task RunAsync(TimeSpan every, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(every);
        try
        {
            do
            {
                await OnceAsync(cancellation);
            }
            while (await timer.WaitForNextTickAsync(cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // That is how it ends.
        }
    }

    private void Tell(Look look)
    {
        switch (look.Result)
        {
            case LookResult.Refused: log.LogError("Refused. {What}", look.What); break;
            case LookResult.Away: log.LogWarning("No telling. {What}", look.What); break;
            default: log.LogInformation("Cosigned: {What}", look.What); break;
        }
    }
}
