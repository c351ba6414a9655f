namespace GuaranteeTracker.Api.Moving;

/// <summary>A file that is there once it is whole: until then it has another name beside, which goes away where it is not kept.</summary>
internal sealed class WholeFile : IAsyncDisposable
{
    private readonly string _path, _partial;
    private bool _isKept;

    /// <exception cref="IOException">It cannot be written there.</exception>
    public WholeFile(string path)
    {
        _path = Path.GetFullPath(path);
        _partial = $"{_path}.{Guid.NewGuid():N}.part";
        Content = new FileStream(_partial, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 256 * 1024, Options = FileOptions.Asynchronous });
    }

    public FileStream Content { get; }

    /// <summary>Gives it its name, in the place of what had it.</summary>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        await Content.FlushAsync(cancellation);
        Content.Flush(flushToDisk: true);
        await Content.DisposeAsync();
        File.Move(_partial, _path, overwrite: true);
        _isKept = true;
    }

    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        if (!_isKept)
        {
            File.Delete(_partial);
        }
    }
}
