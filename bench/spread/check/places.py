"""Places as divisions stand today, and the one above at a level."""
DEPTH = {"province": 1, "city": 2, "county": 3, "township": 4}
# Provinces that are cities: what lies in them is a county, and in no city.
MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
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
