using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using Marten;
using Weasel.Core;

namespace GuaranteeTracker.Api;

/// <summary>The whole configuration of Marten: docs/adr/0002-event-store.md says why each line stands.</summary>
internal static class EventStore
{
    public const string Schema = "guaranteetracker";

    /// <param name="autoCreate">Serving makes nothing: <c>migrate</c> does.</param>
    public static void Configure(StoreOptions store, string connectionString, DaemonMode daemon, AutoCreate autoCreate = AutoCreate.None)
    {
        store.Connection(connectionString);
        store.DatabaseSchemaName = Schema;
        store.AutoCreateSchemaObjects = autoCreate;
        store.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase, Json.ConfigureStored);

        store.Events.StreamIdentity = StreamIdentity.AsString;
        store.Events.AppendMode = EventAppendMode.Quick;
        store.Events.EnableUniqueIndexOnEventId = true;
        store.Events.EnableBigIntEvents = true;
        store.Events.UseAdvisoryLockTransaction = true;
        store.Events.MetadataConfig.CorrelationIdEnabled = true;
        store.Events.MetadataConfig.CausationIdEnabled = true;
        store.Events.MetadataConfig.HeadersEnabled = true;
        foreach (var (name, type) in FactNames.Types)
        {
            store.Events.MapEventType(type, name);
        }

        foreach (var table in Tables.All)
        {
            store.Storage.ExtendedSchemaObjects.Add(table);
        }

        store.Projections.AsyncMode = daemon;
        store.Projections.SlowPollingTime = TimeSpan.FromMilliseconds(100);
        store.Projections.FastPollingTime = TimeSpan.FromMilliseconds(50);
        store.Projections.LeadershipPollingTime = 2_000;
        store.Projections.UseTransactionEvidenceForGapSkipping = true;
        store.Projections.Errors.SkipApplyErrors = store.Projections.RebuildErrors.SkipApplyErrors = false;
        store.Projections.Errors.SkipSerializationErrors = store.Projections.RebuildErrors.SkipSerializationErrors = false;
        store.Projections.Errors.SkipUnknownEvents = store.Projections.RebuildErrors.SkipUnknownEvents = false;
    }
}
