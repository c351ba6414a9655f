"""What networkx reads from GraphML on standard input, as JSON."""
import io
import json
import sys

import networkx

graph = networkx.read_graphml(io.BytesIO(sys.stdin.buffer.read()))
json.dump(
    {
        "directed": graph.is_directed(),
        "parallel": graph.is_multigraph(),
        "graph": {key: value for key, value in graph.graph.items() if isinstance(value, str)},
        "nodes": [[node, data] for node, data in graph.nodes(data=True)],
        "edges": [[source, target, data] for source, target, data in graph.edges(data=True)],
        "types": sorted({f"{key} {type(value).__name__}" for *_, data in graph.edges(data=True) for key, value in data.items()}),
        "degrees": {node: degree for node, degree in graph.degree(weight="weight")},
    },
    sys.stdout,
)
