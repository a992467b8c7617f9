"""Writes saved rows by the writer of neo4j-graphrag, and tells how long that took: python graphrag.py ROWS URI (NEO4J_PASSWORD)."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from importlib.metadata import version

import neo4j

try:
    from neo4j_graphrag.components.kg_writer import Neo4jWriter
    from neo4j_graphrag.components.types import Neo4jGraph, Neo4jNode, Neo4jRelationship
except ImportError:  # where versions before 1.20 have it
    from neo4j_graphrag.experimental.components.kg_writer import Neo4jWriter
    from neo4j_graphrag.experimental.components.types import Neo4jGraph, Neo4jNode, Neo4jRelationship


def graph_of(path: str) -> Neo4jGraph:
    """The nodes and relations among the rows; what is kept beside the graph is not for it."""
    nodes, relations = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            group = json.loads(line)
            if group["kind"] == "nodes":
                label = group["of"].split(":")[2]
                nodes += [Neo4jNode(id=row["id"], label=label, properties={**row, "id": row["id"]}) for row in group["rows"]]
            elif group["kind"] == "relations":
                relations += [
                    Neo4jRelationship(
                        start_node_id=row["from"], end_node_id=row["to"], type=group["of"], properties=row["properties"]
                    )
                    for row in group["rows"]
                ]
    return Neo4jGraph(nodes=nodes, relationships=relations)


def main() -> None:
    """Loads first, so that only the writing is timed."""
    rows, uri = sys.argv[1:]
    graph = graph_of(rows)
    with neo4j.GraphDatabase.driver(uri, auth=("neo4j", os.environ["NEO4J_PASSWORD"])) as driver:
        start = time.monotonic()
        result = asyncio.run(Neo4jWriter(driver).run(graph))
        seconds = time.monotonic() - start
    if result.status != "SUCCESS":
        sys.exit(f"the writer says {result.status}: {result.metadata}")
    told = {
        "milliseconds": seconds * 1000,
        "rows": len(graph.nodes) + len(graph.relationships),
        "version": version("neo4j-graphrag"),
    }
    print(json.dumps(told))


main()
