// What was seen, beside what is expected.

/** What is expected of a fault in one engine. */
export const expectedIn = (fault, engine) => ({
  ...fault,
  expected: fault.differs[engine]?.expected ?? fault.expected,
});

/** `[least, most]` is a range; `null` means that there is none. */
function fits(expected, seen) {
  if (Array.isArray(expected)) return expected[0] <= seen && seen <= expected[1];
  return (seen ?? null) === expected;
}

/** Whether a call that is to wait in vain did so before its POST arrived: then nothing was seen of the fault. */
export function wasTooHasty({ expected, posts: [least] }, { report, seen }) {
  const waited = expected.kind === "timeout" && report.settlements[0]?.kind === "timeout";
  return waited && (seen.calls[report.name]?.posts ?? 0) < least;
}

/** All that is wrong; empty if nothing is. */
export function problemsOf({ expected, posts: [least, most], answersNext }, { report, seen }) {
  const problems = [];
  const check = (isFine, text) => isFine || problems.push(text);
  const [outcome] = report.settlements;
  const arrived = seen.calls[report.name] ?? { posts: 0, next: 0 };

  check(report.settlements.length === 1, `settled ${report.settlements.length} times`);
  for (const [name, value] of Object.entries(expected)) {
    check(fits(value, outcome?.[name]), `${name} is ${short(outcome?.[name])} instead of ${short(value)}`);
  }
  if (expected.kind === "timeout") {
    check(outcome?.timeoutMs === report.timeoutMs, `timeoutMs is ${outcome?.timeoutMs}`);
    // A clock that the browser rounds may be a little behind.
    check(outcome?.afterMs >= report.timeoutMs - 50, `timed out after ${outcome?.afterMs} ms`);
  }
  check(outcome?.isLate === false, `settled after ${outcome?.afterMs} ms`);
  check(least <= arrived.posts && arrived.posts <= most, `${arrived.posts} POSTs on the wire`);
  check(seen.others === 0, `${seen.others} other requests on the wire`);
  check(seen.open === 0, "a request goes on");
  check(report.next?.kind === "accepted", `the next call: ${short(report.next)}`);
  check(!answersNext || arrived.next === 1, `the next call: ${arrived.next} POSTs on the wire`);
  check(report.timersStarted > 0, "no timer was seen: what is watched is not what the package uses");
  check(report.timersLeft === 0, `${report.timersLeft} timers left`);
  check(report.listenersAdded > 0, "no listener was seen: what is watched is not what the package uses");
  check(report.listenersLeft === 0, `${report.listenersLeft} listeners left`);
  check(report.cookies === "", `cookies: ${report.cookies}`);
  check(report.complaints.length === 0, report.complaints.join("; "));
  return problems;
}

/** A value on one line. */
export function short(value) {
  const text = JSON.stringify(value) ?? "absent";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
