using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Networks;

namespace GuaranteeTracker.Api.Networks;

/// <summary>Tells edges with the claims that made them.</summary>
internal static class ExplainedEdges
{
    private const int MostClaims = 24;

    /// <param name="network">With the edges to tell.</param>
    /// <param name="labels">Of its nodes.</param>
    /// <param name="known">K as links have to carry it.</param>
    public static IReadOnlyList<ExplainedEdge> Of(Network network, IReadOnlyList<string> labels, EdgeExplainer explainer, NetworkQuestion question, KnownRecord record, string? known)
    {
        return [.. network.Edges.Zip(explainer.Explain(network), (edge, claims) => ExplainedOf(edge, claims))];

        ExplainedEdge ExplainedOf(NetworkEdge edge, EdgeClaims claims)
        {
            var (causes, told) = (new List<NetworkCause>(), 0);
            foreach (var cause in CausesOf(edge, claims))
            {
                var voices = new List<NetworkVoice>();
                foreach (var voice in cause.Voices.Where(_ => told < MostClaims))
                {
                    voices.Add(voice with { Claims = [.. voice.Claims.Take(MostClaims - told)] });
                    told += voices[^1].Claims.Count;
                }

                if (voices.Count > 0)
                {
                    causes.Add(cause with { Voices = voices });
                }
            }

            return new(EndOf(edge.Source), EndOf(edge.Target), NetworkWords.Of(edge.Weight), NetworkWords.Made(edge, question.Kind), causes, claims.Count - told);
        }

        NetworkEnd EndOf(int node) => new(labels[node], Links.To(NetworkWords.PathOf(network.Nodes[node]), ("knownAt", known)));

        IEnumerable<NetworkCause> CausesOf(NetworkEdge edge, EdgeClaims claims) => question.Kind == NetworkKind.TwoMode
            ? [new(null, [new(labels[edge.Source], [.. claims.Claims.Select(claim => new NetworkClaim(claim.Id, claim.Agrees))])])]
            : claims.Shared.Select(shared => new NetworkCause(
                question.Nodes == NodeKind.Actor ? record.TitleOf(shared.With) : record.NameOf(shared.With), [VoiceOf(labels[edge.Source], shared.Source), VoiceOf(labels[edge.Target], shared.Target)]));
    }

    private static NetworkVoice VoiceOf(string who, BothSides sides) =>
        new(who, [.. sides.Agree.Select(claim => new NetworkClaim(claim, true)), .. sides.Disagree.Select(claim => new NetworkClaim(claim, false))]);
}
