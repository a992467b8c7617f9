"""Works the figures of a spread out a second time, from the dump alone, and says where they differ.

Written apart from the program: Kaplan-Meier is lifelines', the sign and binomial tests are SciPy's, the hazard is netdiffuseR's
(q_t - q_{t-1}) / (n - q_{t-1}); dates, ranks, coverage and the neighbours' share follow docs/spread.md. The permutations use the same
generator (mulberry32) and the same shuffle, so that even their p-values must agree.
"""
import json
import math
import sys
import warnings

import numpy as np

from figures import pairs, spread
from graph import Graph
from places import SUCCESSORS

warnings.filterwarnings("ignore")


class Comparison:
    def __init__(self):
        self.compared, self.differences = 0, []

    def same(self, what, ours, theirs):
        self.compared += 1
        ours = ours.item() if isinstance(ours, np.generic) else ours
        if isinstance(ours, (int, float)) and isinstance(theirs, (int, float)) and not isinstance(ours, bool):
            if math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-9):
                return
        elif ours == theirs:
            return
        self.differences.append(f"{what}: {theirs!r} in the program, {ours!r} here")


def compare_figures(check, graph, neighbours, asked):
    label = f"{asked['program']['name']} {asked['level']} {asked['grain']}{' implied' if asked['implied'] else ''}"
    ours = spread(graph, asked, neighbours)
    check.same(f"{label} periods", ours["periods"], asked["periods"])
    check.same(f"{label} places", sorted(ours["places"]), sorted(row["id"] for row in asked["places"]))
    for row in asked["places"]:
        own = ours["places"].get(row["id"])
        if own is None:
            continue
        adopted = row["adopted"] or {}
        lag = row["lag"] and [row["lag"][key] for key in ("days", "least", "most")]
        theirs = {
            "to": adopted.get("to"),
            "from": adopted.get("from"),
            "rank": row["rank"],
            "tied": row["tied"],
            "lag": lag,
            "left": row["leftCensored"],
            "period": row["period"],
            "coverage": row["coverage"],
            "articles": row["articles"],
            "claims": sorted(claim["key"] for claim in row["claims"]),
        }
        for key, value in theirs.items():
            check.same(f"{label} {row['name']} {key}", own[key], value)
    for own, point in zip(ours["curve"], asked["curve"]):
        for key, value in own.items():
            check.same(f"{label} {point['period']} {key}", value, len(point["adopters"]) if key == "new" else point[key])
    effect = asked["neighbours"]
    for key, value in zip(("adopters", "others", "difference", "pValue"), ours["neighbours"]):
        check.same(f"{label} neighbours {key}", value, effect[key])
    above = asked["vertical"]
    theirs = above and [
        len(above["before"]["adopters"]),
        above["before"]["exposure"],
        len(above["same"]["adopters"]),
        above["same"]["exposure"],
        len(above["after"]["adopters"]),
        above["after"]["exposure"],
        above["pValue"],
    ]
    check.same(f"{label} vertical", ours["vertical"] is None, theirs is None)
    for index, (own, value) in enumerate(zip(ours["vertical"] or [], theirs or [])):
        check.same(f"{label} vertical {index}", own, value)


def compare_pairs(check, graph, neighbours, leaders):
    found = pairs(graph, neighbours)
    theirs = {tuple(sorted((pair["leader"], pair["follower"]))): pair for pair in leaders["pairs"]}
    check.same("pairs", sorted(found), sorted(theirs))
    for pair, (won, lost, ties, p) in found.items():
        other = theirs.get(pair)
        if other:
            ahead = [len(other["led"]), len(other["followed"])]
            if other["leader"] != pair[0]:
                ahead.reverse()
            for what, own, value in zip(("won", "lost", "ties", "p"), (won, lost, ties, p), (*ahead, len(other["ties"]), other["pValue"])):
                check.same(f"{pair} {what}", own, value)


def main(path):
    with open(path, encoding="utf8") as file:
        given = json.load(file)
    SUCCESSORS.update(given["successors"])
    graph, check = Graph(given["dump"]), Comparison()
    for asked in given["figures"]:
        compare_figures(check, graph, given["neighbours"], asked)
    compare_pairs(check, graph, given["neighbours"], given["leaders"])
    print(json.dumps({"compared": check.compared, "differences": check.differences}, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1])
