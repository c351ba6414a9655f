using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace GuaranteeTracker.Benchmarks.Ruling;

/// <summary>How BenchmarkDotNet measures here: in this process, which needs no build of its own; the subjects take longer to make than to measure.</summary>
internal static class Precision
{
    public static IConfig Config { get; } = DefaultConfig.Instance
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(12))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "guaranteetracker-benchmarks"));
}
