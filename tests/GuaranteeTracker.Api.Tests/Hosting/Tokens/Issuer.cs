using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GuaranteeTracker.Api.Tests.Hosting.Tokens;

/// <summary>A little OpenID Connect issuer: metadata, keys, tokens.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    public const string Audience = "guaranteetracker";

    private readonly WebApplication _app;

    private Issuer(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>What it was asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public List<IssuerKey> Keys { get; } = [new("first", "ES256"), new("second", "RS256"), new("third", "PS256"), new("fourth", "RS384")];

    /// <summary>Whether it fails.</summary>
    public bool IsAway { get; set; }

    /// <summary>Where its metadata say that its keys are; null: where they are.</summary>
    public string? KeysElsewhere { get; set; }

    /// <summary>What its metadata say that it is called; null: its address.</summary>
    public string? Name { get; set; }

    /// <summary>How much its metadata are padded.</summary>
    public int Padding { get; set; }

    /// <summary>Where it sends those who ask for its metadata; null: nowhere.</summary>
    public string? Elsewhere { get; set; }

    public static async Task<Issuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var issuer = new Issuer(builder.Build());
        issuer._app.Run(issuer.AnswerAsync);
        await issuer._app.StartAsync();
        return issuer;
    }

    /// <summary>A good token, for the next five minutes; what is given replaces or adds claims.</summary>
    public string Token(string key = "first", params (string Name, JsonNode? Value)[] claims)
    {
        var signing = Keys.Single(one => one.Id == key);
        return Jwt.Make(Jwt.Header(signing.Algorithm, key), Claims(claims), signing.Sign);
    }

    public JsonObject Claims(params (string Name, JsonNode? Value)[] claims)
    {
        var all = new JsonObject { ["iss"] = Address, ["sub"] = "olena", ["aud"] = Audience, ["roles"] = new JsonArray("analyst"), ["iat"] = In(0), ["nbf"] = In(-1), ["exp"] = In(5) };
        foreach (var (name, value) in claims)
        {
            all.Remove(name);
            if (value is not null)
            {
                all[name] = value;
            }
        }

        return all;
    }

    /// <summary>Some minutes from now, as tokens have it.</summary>
    public static long In(double minutes) => DateTimeOffset.UtcNow.AddMinutes(minutes).ToUnixTimeSeconds();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext http)
    {
        Asked.Enqueue(http.Request.Path);
        if (IsAway)
        {
            http.Response.StatusCode = 500;
            return Task.CompletedTask;
        }

        if (Elsewhere is not null)
        {
            http.Response.Redirect(Elsewhere);
            return Task.CompletedTask;
        }

        return http.Response.WriteAsync(http.Request.Path == "/keys"
            ? new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(key => key.Public())]) }.ToJsonString()
            : new JsonObject { ["issuer"] = Name ?? Address, ["jwks_uri"] = KeysElsewhere ?? Address + "/keys", ["padding"] = new string('a', Padding) }.ToJsonString());
    }
}
