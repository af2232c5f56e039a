using Ombud.Api.CommandLine;

// Everything there is to run: see ./ombud help.
return await OmbudCommand.RunAsync(args);
