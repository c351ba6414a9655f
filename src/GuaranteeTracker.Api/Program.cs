using GuaranteeTracker.Api.Commands;

return await CommandLine.RunAsync(args);
