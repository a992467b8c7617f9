"""Works the figures of a spread out a second time, from the dump alone, and says where they differ.

Written apart from the program: Kaplan-Meier is lifelines', the sign and binomial tests are SciPy's, the hazard is netdiffuseR's
(q_t - q_{t-1}) / (n - q_{t-1}); dates, ranks, coverage and the neighbours' share follow docs/spread.md. The permutations use the same
generator (mulberry32) and the same shuffle, so that even their p-values must agree.
"""
import calendar
import json
import math
import re
import sys
import warnings

import numpy as np
import pandas as pd
from lifelines import KaplanMeierFitter
from scipy.stats import binomtest

warnings.filterwarnings("ignore")
ADOPTED = ("origin", "practised")
STAGES = ["origin", "practised", "planned", "presented", "learned"]
DEPTH = {"province": 1, "city": 2, "county": 3, "township": 4}
# Provinces that are cities: what lies in them is a county, and in no city.
MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
INFINITY = "9999-99-99"


def days(date):
    """First and last ISO day that a date cut to its precision may mean."""
    found = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", date or "")
    if not found:
        return None
    year, month, day = found.groups()
    if not month:
        return f"{year}-01-01", f"{year}-12-31"
    if not day:
        return f"{year}-{month}-01", f"{year}-{month}-{calendar.monthrange(int(year), int(month))[1]:02d}"
    return f"{year}-{month}-{day}", f"{year}-{month}-{day}"


# Former divisions and what each counts as.
SUCCESSORS = {}


def present(place):
    path = place.split("/", 1)[1]
    for former in sorted(SUCCESSORS, key=len, reverse=True):
        if path == former or path.startswith(former + "/"):
            return present("place/" + SUCCESSORS[former] + path[len(former):])
    return place


def place_at(place, level):
    return cut_to(present(place), level) or cut_to(place, level)


def cut_to(place, level):
    parts = place.split("/")[1:]
    depth = DEPTH[level]
    # Another country is no province.
    if parts[0] not in MUNICIPALITIES and not parts[0].endswith(("省", "自治区", "特别行政区")):
        return None
    if parts[0] in MUNICIPALITIES and level != "province":
        if level == "city":
            return None
        depth -= 1
    return None if len(parts) < depth else "place/" + "/".join(parts[:depth])


class Graph:
    def __init__(self, dump):
        self.nodes = {row["id"]: row for row in dump if "id" in row and "kind" in row}
        self.relations = [row for row in dump if "key" in row and "from" in row]
        self.by_type = {}
        for relation in self.relations:
            self.by_type.setdefault(relation["type"], []).append(relation)
        self.day_of = {
            key: node["properties"].get("publishedOn") for key, node in self.nodes.items() if node["kind"] == "Article"
        }
        rows = []
        for relation in self.by_type.get("MENTIONS", []):
            if not relation["to"].startswith("place/"):
                continue
            parts = present(relation["to"]).split("/")[1:]
            above = {"place/" + "/".join(parts[:depth]) for depth in range(1, min(len(parts), 4) + 1)}
            if present(relation["to"]) != relation["to"]:
                above |= {place_at(relation["to"], "township")} - {None}
            for place in above:
                rows.append((relation["from"], self.day_of.get(relation["from"]), place))
        mentions = pd.DataFrame(rows, columns=["article", "day", "place"]).drop_duplicates()
        self.totals = mentions.groupby("place")["article"].nunique().to_dict()
        dated = mentions.dropna(subset=["day"])
        self.yearly = dated.assign(period=dated.day.str[:4]).groupby(["place", "period"])["article"].nunique().to_dict()
        months = dated[dated.day.str.len() >= 7]
        self.monthly = months.assign(period=months.day.str[:7]).groupby(["place", "period"])["article"].nunique().to_dict()
        ranges = [days(day) for day in dated.day.unique()]
        self.first_day = min((first for first, _ in ranges), default=None)
        self.last_day = max((last for _, last in ranges), default=None)

    def when(self, properties, evidence):
        printed = [days(self.day_of.get(ref.split("#")[0]) or "") for ref in evidence]
        printed = min((span[1] for span in printed if span), default=None)
        stated = days(properties.get("dateFrom"))
        if stated is None:
            return {"from": None, "to": printed, "text": False}
        last = (days(properties.get("dateTo")) or stated)[1]
        if printed and stated[0] <= printed < last:
            last = printed
        return {"from": stated[0], "to": last, "text": True}

    def claims(self, program):
        found = []
        for relation in self.by_type.get("LAUNCHED_IN", []):
            if relation["from"] == program:
                found.append(self.claim(relation["properties"].get("stage"), relation["to"], relation["properties"], relation))
        events = {relation["from"] for relation in self.by_type.get("ABOUT", []) if relation["to"] == program}
        seats = {}
        for relation in self.by_type.get("LOCATED_IN", []):
            seats.setdefault(relation["from"], []).append(relation["to"])
        for relation in self.by_type.get("PRESENTED_AT", []):
            if relation["to"] in events:
                origin = relation["from"]
                for place in [origin] if origin.startswith("place/") else seats.get(origin, []):
                    found.append(self.claim("presented", place, self.nodes[relation["to"]]["properties"], relation))
        for relation in self.by_type.get("LEARNED_FROM", []):
            if relation["properties"].get("program") == program:
                found.append(self.claim("learned", relation["from"], relation["properties"], relation))
        return found

    def claim(self, stage, place, dated, relation):
        evidence = relation["properties"].get("evidence", [])
        return {"stage": stage, "place": place, "when": self.when(dated, evidence), "key": relation["key"], "evidence": evidence}


def earliest(whens):
    """By last day, then dated by a text, then the later first day."""
    if not whens:
        return None
    return min(whens, key=lambda when: (when["to"] or INFINITY, not when["text"], [-ord(c) for c in when["from"] or ""] or [0]))


def known(when):
    return None if when is None or when["to"] is None else (when["from"] or when["to"], when["to"])


def ordinal(day):
    return pd.Timestamp(day).toordinal()


def periods_between(first, last, grain):
    if first is None:
        return []
    step = "Y" if grain == "year" else "M"
    return [str(period) for period in pd.period_range(first, last, freq=step)]


def random_numbers(seed):
    def imul(a, b):
        return (a * b) & 0xFFFFFFFF

    # The seed is mixed into the state as `openRandom(seed)` does.
    state = (imul(0x6D2B79F5 ^ seed, 0x9E3779B1) + seed) & 0xFFFFFFFF
    while True:
        state = (state + 0x6D2B79F5) & 0xFFFFFFFF
        value = imul(state ^ (state >> 15), 1 | state)
        value = ((value + imul(value ^ (value >> 7), 61 | value)) & 0xFFFFFFFF) ^ value
        yield (value ^ (value >> 14)) / 2**32


def neighbour_means(touching, adopted, last):
    """Every place and period at risk as one cell of a table; shares of the period before."""
    periods = np.arange(1, last + 1)[:, None]
    had = adopted[None, :] < periods
    degree = touching.sum(axis=0)
    near = degree > 0
    share = (had @ touching)[:, near] / degree[near]
    at_risk, adopts = adopted[None, near] >= periods, adopted[None, near] == periods
    hits, rest = share[adopts], share[at_risk & ~adopts]
    first = hits.mean() if hits.size else None
    second = rest.mean() if rest.size else None
    return first, second, None if first is None or second is None else first - second


def neighbour_effect(touching, adopted, last, permutations, seed):
    adopted = np.array([math.inf if period is None else period for period in adopted])
    first, second, difference = neighbour_means(touching, adopted, last)
    if difference is None:
        return first, second, difference, None
    numbers = random_numbers(seed)
    dealt, larger = adopted.copy(), 0
    for _ in range(permutations):
        for index in range(len(dealt) - 1, 0, -1):
            other = int(next(numbers) * (index + 1))
            dealt[index], dealt[other] = dealt[other], dealt[index]
        moved = neighbour_means(touching, dealt, last)[2]
        larger += moved is not None and moved >= difference - 1e-12
    return first, second, difference, (1 + larger) / (1 + permutations)


def spread(graph, asked, neighbours, province):
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


def main(path):
    with open(path, encoding="utf8") as file:
        given = json.load(file)
    SUCCESSORS.update(given["successors"])
    graph, check = Graph(given["dump"]), Comparison()
    for asked in given["figures"]:
        label = f"{asked['program']['name']} {asked['level']} {asked['grain']}{' implied' if asked['implied'] else ''}"
        ours = spread(graph, asked, given["neighbours"], given["province"])
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
    found = pairs(graph, given["neighbours"])
    theirs = {tuple(sorted((pair["leader"], pair["follower"]))): pair for pair in given["leaders"]["pairs"]}
    check.same("pairs", sorted(found), sorted(theirs))
    for pair, (won, lost, ties, p) in found.items():
        other = theirs.get(pair)
        if other:
            ahead = [len(other["led"]), len(other["followed"])]
            if other["leader"] != pair[0]:
                ahead.reverse()
            for what, own, value in zip(("won", "lost", "ties", "p"), (won, lost, ties, p), (*ahead, len(other["ties"]), other["pValue"])):
                check.same(f"{pair} {what}", own, value)
    print(json.dumps({"compared": check.compared, "differences": check.differences}, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1])
