#!/usr/bin/env bash
# throttled-py refuses a caller who waits as long as it says: in memory, the first call of a minute is charged although it is refused.
#
# Versions:  throttled-py 3.5.0, fakeredis 2.41.0 with lupa 2.8 (PyPI); needs Python 3.10 or newer.
# Behaviour: The sliding window writes the cost of a period's first call down before it decides. So who spends 10 of 10, and asks for 2 in
#            the next minute, is told 13.22 s, comes back after them, and is told 13.21 s once more. The script of the Redis store counts
#            accepted calls only. A call that costs 1 hides it: as the first of a minute, it is never refused.
# Output:    told to wait until accepted: in memory 13.22 13.21, with Redis 13.22; calls of cost 1: accepted at once
# Guess:     A refused call costs nothing, and the same code decides for both stores.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check throttled-py==3.5.0 fakeredis==2.41.0 lupa==2.8 2> log || { cat log >&2; exit 1; }
cat > outcome.py <<'PY'
import sys
import time
from datetime import timedelta

now = 0
time.time = time.monotonic = lambda: now
time.time_ns = lambda: round(now * 1_000_000_000)

import fakeredis
from throttled import Throttled, rate_limiter, store

STORES = {
    "memory": store.MemoryStore,
    "redis": lambda: store.RedisStore(
        server="redis://localhost:6379/0",
        options={"REDIS_CLIENT_CLASS": "fakeredis.FakeRedis", "CONNECTION_POOL_KWARGS": {"connection_class": fakeredis.FakeConnection}},
    ),
}
minute = 1_800_000_000
for cost in (1, 2):
    now = minute + 20
    quota = rate_limiter.per_duration(timedelta(seconds=60), 10)
    throttle = Throttled(key=f"ada-{cost}", using="sliding_window", quota=quota, store=STORES[sys.argv[1]]())
    spent = sum(not throttle.limit().limited for _ in range(10))
    now = minute + 60.5
    waits = []
    while (result := throttle.limit(cost=cost)).limited:
        waits.append(f"{result.state.retry_after:.2f}")
        now += result.state.retry_after + 0.05
    print(f"{spent} spent, then cost {cost}:", *(waits or ["accepted"]))
PY
expect "waits in memory" "10 spent, then cost 1: accepted;10 spent, then cost 2: 13.22 13.21;" "$(python/bin/python outcome.py memory | tr '\n' ';')"
expect "waits with Redis" "10 spent, then cost 1: accepted;10 spent, then cost 2: 13.22;" "$(python/bin/python outcome.py redis | tr '\n' ';')"
