"""Dates of any precision, and which of several counts."""
import calendar
import re

import pandas as pd

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
