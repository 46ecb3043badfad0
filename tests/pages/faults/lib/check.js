// Compares the outcomes with those expected.

/** A fault with its expectation in one browser. */
export const expectedIn = (fault, browser) => ({
  ...fault,
  expected: fault.differs[browser]?.expected ?? fault.expected,
});

/** `[min, max]` is a range; `null` means that there is none. */
function fits(expected, value) {
  if (Array.isArray(expected)) return expected[0] <= value && value <= expected[1];
  return (value ?? null) === expected;
}

/** Whether a call timed out as expected, but before its POST arrived: then the fault was not tested. */
export function timedOutEarly({ expected, posts: [min] }, { report, seen }) {
  const waited = expected.kind === "timeout" && report.settlements[0]?.kind === "timeout";
  return waited && (seen.calls[report.name]?.posts ?? 0) < min;
}

/** Everything that differs from the expectation. */
export function problemsOf({ expected, posts: [min, max], respondsToNext }, { report, seen }) {
  const problems = [];
  const check = (isFine, text) => {
    if (!isFine) problems.push(text);
  };
  const [outcome] = report.settlements;
  const arrived = seen.calls[report.name] ?? { posts: 0, next: 0 };

  check(report.settlements.length === 1, `settled ${report.settlements.length} times`);
  for (const [name, value] of Object.entries(expected)) {
    check(fits(value, outcome?.[name]), `${name} is ${short(outcome?.[name])} instead of ${short(value)}`);
  }
  if (expected.kind === "timeout") {
    check(outcome?.timeoutMs === report.timeoutMs, `timeoutMs is ${outcome?.timeoutMs}`);
    // Browsers round their clocks.
    check(outcome?.afterMs >= report.timeoutMs - 50, `timed out after ${outcome?.afterMs} ms`);
  }
  check(outcome?.isLate === false, `settled after ${outcome?.afterMs} ms`);
  check(min <= arrived.posts && arrived.posts <= max, `${arrived.posts} POSTs arrived`);
  check(seen.others === 0, `${seen.others} other requests arrived`);
  check(seen.open === 0, "a request is still open");
  check(report.next?.kind === "accepted", `the next call: ${short(report.next)}`);
  check(!respondsToNext || arrived.next === 1, `the next call: ${arrived.next} POSTs arrived`);
  check(report.timersStarted > 0, "no timer was counted: the package uses others than those watched");
  check(report.timersLeft === 0, `${report.timersLeft} timers left`);
  check(report.listenersAdded > 0, "no listener was counted: the package uses others than those watched");
  check(report.listenersLeft === 0, `${report.listenersLeft} listeners left`);
  check(report.cookies === "", `cookies: ${report.cookies}`);
  check(report.messages.length === 0, report.messages.join("; "));
  return problems;
}

/** A value on one line. */
function short(value) {
  const text = JSON.stringify(value) ?? "absent";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
