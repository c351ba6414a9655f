using System.Text;
using GuaranteeTracker.Api.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace GuaranteeTracker.Api.Pages;

/// <summary>Renders a page, whole and on the server: nothing of it depends on a script.</summary>
internal sealed class PageRenderer(IServiceProvider services, ILoggerFactory logs)
{
    /// <summary>Where in a page the note about its checkpoint stands: that is the same page with another checkpoint.</summary>
    public const string Place = "<!--checkpoint-->";

    /// <typeparam name="TPage">A component with one parameter, <c>Model</c>.</typeparam>
    /// <param name="checkpoint">What its foot names; null for none.</param>
    public async Task<Written> RenderAsync<TPage>(object model, PageCheckpoint? checkpoint = null)
        where TPage : IComponent
    {
        var page = await RenderAsync(typeof(TPage), model);
        var note = checkpoint is null ? "" : await RenderAsync(typeof(CheckpointNote), checkpoint);
        return new(Format.Html, Encoding.UTF8.GetBytes(page.Replace(Place, note, StringComparison.Ordinal))) { Essence = () => Encoding.UTF8.GetBytes(page) };
    }

    private async Task<string> RenderAsync(Type component, object model)
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model }));
            return root.ToHtmlString();
        });
    }
}
