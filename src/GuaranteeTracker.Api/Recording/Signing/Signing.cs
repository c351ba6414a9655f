namespace GuaranteeTracker.Api.Recording.Signing;

/// <summary>Signed checkpoints, for whoever serves.</summary>
internal static class Signing
{
    /// <param name="isLeader">Whether this node may have to sign.</param>
    public static void AddSigning(this IServiceCollection services, LedgerKeys keys, string dataDirectory, bool isLeader)
    {
        services.AddSingleton(_ => keys); // made by the container, so that it disposes of them
        services.AddSingleton(provider => new KeptNote(dataDirectory) { Yields = provider.GetRequiredService<IHostEnvironment>().IsDevelopment() });
        services.AddSingleton<CheckpointSigner>();
        if (isLeader)
        {
            services.AddHostedService<SigningWatch>();
        }
    }
}
