using System.Text;
using GuaranteeTracker.Api.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace GuaranteeTracker.Api.Pages;

/// <summary>Renders a page, whole and on the server: nothing of it depends on a script.</summary>
internal sealed class PageRenderer(IServiceProvider services, ILoggerFactory logs)
{
    /// <typeparam name="TPage">A component with one parameter, <c>Model</c>.</typeparam>
    public async Task<Written> RenderAsync<TPage>(object model)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services, logs);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model }));
            return root.ToHtmlString();
        });
        return new(Format.Html, Encoding.UTF8.GetBytes(html));
    }
}
