using GuaranteeTracker.Api.Reading.Records;

namespace GuaranteeTracker.Api.Tests.Reading;

public sealed class SharingReads : IDisposable
{
    private readonly List<TaskCompletionSource<int>> _reads = [];
    private readonly SemaphoreSlim _begun = new(0);

    [Fact]
    public async Task Who_asks_while_a_read_is_under_way_shares_the_next_one_which_begins_when_that_is_over()
    {
        var shared = new SharedRead<int>(ReadAsync);

        var first = shared.AskAsync(CancellationToken.None);
        await _begun.WaitAsync();
        var (second, third) = (shared.AskAsync(CancellationToken.None), shared.AskAsync(CancellationToken.None));
        _reads.Should().ContainSingle("the first read is not over");
        _reads[0].SetResult(1);
        await _begun.WaitAsync();
        _reads[1].SetResult(2);

        (await first).Should().Be(1);
        (await second).Should().Be(2);
        (await third).Should().Be(2);
    }

    [Fact]
    public async Task A_read_that_failed_fails_those_who_shared_it_and_no_others()
    {
        var shared = new SharedRead<int>(ReadAsync);

        var first = shared.AskAsync(CancellationToken.None);
        await _begun.WaitAsync();
        var second = shared.AskAsync(CancellationToken.None);
        _reads[0].SetException(new IOException());
        await _begun.WaitAsync();
        _reads[1].SetResult(2);

        await first.Invoking(read => read).Should().ThrowAsync<IOException>();
        (await second).Should().Be(2);
    }

    [Fact]
    public async Task Who_does_not_wait_any_more_cancels_nobody_else()
    {
        var shared = new SharedRead<int>(ReadAsync);
        using var leaving = new CancellationTokenSource();

        var impatient = shared.AskAsync(leaving.Token);
        await _begun.WaitAsync();
        var patient = shared.AskAsync(CancellationToken.None);
        await leaving.CancelAsync();
        await impatient.Invoking(read => read).Should().ThrowAsync<OperationCanceledException>();
        _reads[0].SetResult(1);
        await _begun.WaitAsync();
        _reads[1].SetResult(2);

        (await patient).Should().Be(2);
    }

    public void Dispose() => _begun.Dispose();

    private Task<int> ReadAsync()
    {
        var read = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        _reads.Add(read);
        _begun.Release();
        return read.Task;
    }
}
