using JasperFx;
using JasperFx.MultiTenancy;
using Marten;
using Ombud.Integrity.Json;
using Weasel.Core;

namespace Ombud.Benchmarks.Stores;

internal static class MartenSettings
{
    /// <summary>What every store has: several tenants in one table, and the same JSON. Tables are made before measuring.</summary>
    public static void UseCommon(this StoreOptions options, string schema)
    {
        options.DatabaseSchemaName = schema;
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.Events.TenancyStyle = TenancyStyle.Conjoined;
        options.Policies.AllDocumentsAreMultiTenanted();
        options.UseSystemTextJsonForSerialization(
            EnumStorage.AsString,
            Casing.CamelCase,
            json =>
            {
                json.Converters.Clear();
                EventJson.Configure(json);
                // What a case says of itself by computing it need not be stored.
                json.IgnoreReadOnlyProperties = true;
            }
        );
    }
}
