"""The figures of one program: places in their order, the curve, neighbours, before and after a superior spoke; and pairs of cities."""
import math

import numpy as np
import pandas as pd
from lifelines import KaplanMeierFitter
from scipy.stats import binomtest

from dates import earliest, known, ordinal, periods_between
from graph import ADOPTED
from neighbours import neighbour_effect
from places import DEPTH, place_at


def spread(graph, asked, neighbours):
    level, grain, implied = asked["level"], asked["grain"], asked["implied"]
    claims = graph.claims(asked["program"]["id"])
    declared = [place for place in neighbours if len(place.split("/")) - 1 == DEPTH[level]]
    periods = periods_between(graph.first_day, graph.last_day, grain)
    cut = 4 if grain == "year" else 7
    counts = graph.yearly if grain == "year" else graph.monthly
    out = {"periods": periods, "places": {}}
    rows = {}
    for place in declared + sorted({place_at(c["place"], level) for c in claims} - {None} - set(declared)):
        own = [c for c in claims if place_at(c["place"], level) == place]
        if implied:
            own += [c for c in claims if place_at(c["place"], level) is None and place.startswith(c["place"] + "/")]
        adopted = earliest([c["when"] for c in own if c["stage"] in ADOPTED])
        period = periods.index(adopted["to"][:cut]) if adopted and adopted["to"] and adopted["to"][:cut] in periods else None
        left = bool(adopted and adopted["to"] and graph.first_day and adopted["to"][:cut] < graph.first_day[:cut])
        rows[place] = {
            "adopted": adopted,
            "period": period,
            "left": left,
            "excluded": left or (adopted is not None and adopted["to"] is None),
            "coverage": [counts.get((place, one), 0) for one in periods],
            "claims": sorted(c["key"] for c in own),
            "evidence": {ref for c in own for ref in c["evidence"]},
        }
    dated = {place: known(row["adopted"]) for place, row in rows.items() if place in declared and known(row["adopted"])}
    ranks = {place: 1 + sum(other[1] < span[0] for other in dated.values()) for place, span in dated.items()}
    firsts = [row["adopted"] for place, row in rows.items() if place in dated]
    first = known(earliest(firsts)) if firsts else None
    for place, row in rows.items():
        span = dated.get(place)
        lag = None
        if span and first:
            lag = [max(0, ordinal(b) - ordinal(a)) for a, b in [(first[1], span[1]), (first[1], span[0]), (first[0], span[1])]]
        out["places"][place] = {
            "to": row["adopted"] and row["adopted"]["to"],
            "from": row["adopted"] and row["adopted"]["from"],
            "rank": ranks.get(place),
            "tied": place in ranks and list(ranks.values()).count(ranks[place]) > 1,
            "lag": lag,
            "left": row["left"],
            "period": row["period"],
            "coverage": row["coverage"],
            "articles": graph.totals.get(place, 0),
            "claims": row["claims"],
        }
    studied = [rows[place] for place in declared]
    out["curve"] = curve(studied, periods)
    adopted = [-1 if row["excluded"] else row["period"] for row in studied]
    touching = np.array([[float(other in neighbours[place]) for place in declared] for other in declared])
    expected = asked["neighbours"]
    out["neighbours"] = neighbour_effect(touching, adopted, len(periods) - 1, expected["permutations"], expected["seed"])
    out["vertical"] = vertical(claims, level, declared, studied, periods, cut)
    return out


def curve(studied, periods):
    table = pd.DataFrame(
        {
            "period": [row["period"] for row in studied],
            "excluded": [row["excluded"] for row in studied],
            "seen": [[i for i, articles in enumerate(row["coverage"]) if articles] for row in studied],
        }
    )
    table["period"] = table["period"].astype(float)
    had = int(table.excluded.sum())
    new = [int(((table.period == t) & ~table.excluded).sum()) for t in range(len(periods))]
    cumulative = had + np.cumsum(new) if periods else np.array([])
    # lifelines' estimator wants a duration and whether the event was observed.
    life = [(p if not math.isnan(p) else (seen[-1] if seen else None), not math.isnan(p)) for p, seen in zip(table.period, table.seen)]
    life = [one for one, out in zip(life, table.excluded) if one[0] is not None and not out]
    survival = pd.Series(1.0, index=range(len(periods)))
    error = pd.Series(0.0, index=range(len(periods)))
    if life:
        fitter = KaplanMeierFitter().fit([end for end, _ in life], [seen for _, seen in life], timeline=range(len(periods)))
        survival = fitter.survival_function_.iloc[:, 0]
        table_of = fitter.event_table
        ends = table_of["at_risk"] * (table_of["at_risk"] - table_of["observed"])
        greenwood = (table_of["observed"] / ends.where(ends > 0)).fillna(0).cumsum()
        error = survival * np.sqrt(greenwood.reindex(range(len(periods)), method="ffill").fillna(0))
    rows = []
    for t in range(len(periods)):
        before = cumulative[t] - new[t]
        risk = len(studied) - before
        starts = [min([*seen, *([p] if not math.isnan(p) else [])], default=None) for p, seen in zip(table.period, table.seen)]
        covered = [i for i, start in enumerate(starts) if start is not None and start <= t]
        at_risk = [i for i in covered if not table.excluded[i] and not table.period[i] < t]
        fresh = sum(table.period[i] == t for i in at_risk)
        rows.append(
            {
                "new": new[t],
                "cumulative": int(cumulative[t]),
                "hazard": new[t] / risk if risk else None,
                "covered": len(covered),
                "coveredAtRisk": len(at_risk),
                "coveredHazard": fresh / len(at_risk) if at_risk else None,
                "atRisk": sum(end >= t for end, _ in life),
                "events": sum(end == t and seen for end, seen in life),
                "censored": sum(end == t and not seen for end, seen in life),
                "survival": float(survival.loc[t]),
                "survivalError": float(error.loc[t]) if life and survival.loc[t] > 0 else (0.0 if life else None),
            }
        )
    return rows


def vertical(claims, level, declared, studied, periods, cut):
    above = [c for c in claims if place_at(c["place"], level) is None]
    # Above all that are counted: no other province, no city of some counties alone.
    above = [c for c in above if all(place.startswith(c["place"] + "/") for place in declared)]
    spoken = earliest([c["when"] for c in above])
    if not spoken or not spoken["to"] or spoken["to"][:cut] not in periods:
        return None
    at = periods.index(spoken["to"][:cut])
    ends = [len(periods) - 1 if row["period"] is None else row["period"] for row in studied if not row["excluded"]]
    times = [row["period"] for row in studied if not row["excluded"] and row["period"] is not None]
    before, after = sum(t < at for t in times), sum(t > at for t in times)
    exposure = sum(min(end, at - 1) + 1 for end in ends), sum(max(0, end - at) for end in ends)
    p = binomtest(before, before + after, exposure[0] / sum(exposure)).pvalue if before + after and min(exposure) > 0 else None
    return [before, exposure[0], sum(t == at for t in times), sum(end >= at for end in ends), after, exposure[1], p]


def pairs(graph, neighbours):
    """For each two cities: programs that either surely had first, and the sign test."""
    cities = [place for place in neighbours if len(place.split("/")) == 3]
    signs = {}
    for program in sorted({relation["from"] for relation in graph.by_type.get("LAUNCHED_IN", [])}):
        claims = [c for c in graph.claims(program) if c["stage"] in ADOPTED]
        spans = {city: known(earliest([c["when"] for c in claims if place_at(c["place"], "city") == city])) for city in cities}
        for i, a in enumerate(cities):
            for b in cities[i + 1 :]:
                if spans[a] and spans[b]:
                    sign = -1 if spans[a][1] < spans[b][0] else 1 if spans[b][1] < spans[a][0] else 0
                    signs.setdefault(tuple(sorted((a, b))), []).append(sign if a < b else -sign)
    out = {}
    for pair, values in signs.items():
        won, lost = values.count(-1), values.count(1)
        out[pair] = [won, lost, values.count(0), binomtest(won, won + lost).pvalue if won + lost else None]
    return out
