"""Whether a place adopts sooner where its neighbours have: the difference of shares, and its permutation test."""
import math

import numpy as np


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
