"""The dump: how often places were written about, and what is claimed of a program."""
import pandas as pd

from dates import days
from places import place_at, present

ADOPTED = ("origin", "practised")


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
