// Compares the outcomes with those expected, and prints them.

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

const WIDTH = 32;

/** For example `rejected 404`, with the number of POSTs unless it is one. */
function outcomeOf({ report: { settlements, name }, seen }) {
  const [{ kind, status, retryAfterMs } = { kind: "not settled" }] = settlements;
  const posts = seen.calls[name]?.posts ?? 0;
  const detail = retryAfterMs === undefined ? status : `${retryAfterMs} ms`;
  return [kind, detail, posts > 1 && `(${posts} POSTs)`]
    .filter((word) => word !== undefined && word !== false)
    .join(" ");
}

/** Prints a row for each fault, why browsers differ, and the problems. Returns how many outcomes have some, and whether none do. */
export function printTable(results) {
  const names = results[0].rows.map(({ fault }) => fault.name);
  const longest = Math.max(...names.map((name) => name.length));
  const line = (name, cells) => [name.padEnd(longest), ...cells.map((cell) => cell.padEnd(WIDTH))].join("  ").trimEnd();

  console.log(
    `\n${line(
      "",
      results.map(({ name }) => name),
    )}`,
  );
  names.forEach((name, index) => {
    const rows = results.map(({ rows }) => rows[index]);
    console.log(
      line(
        name,
        rows.map((row) => `${row.problems.length > 0 ? "✗" : "✓"} ${outcomeOf(row)}`),
      ),
    );
  });

  const notes = names.flatMap((name, index) => {
    const { why, differs } = results[0].rows[index].fault;
    const inBrowsers = Object.entries(differs).map(([browser, { why }]) => `${name}, in ${browser}: ${why}`);
    return why ? [`${name}: ${why}`, ...inBrowsers] : inBrowsers;
  });
  if (notes.length > 0) console.log(`\nWhy:\n${notes.map((text) => `  ${text}`).join("\n")}`);

  const unexpected = results.flatMap(({ browser, rows }) =>
    rows
      .filter(({ problems }) => problems.length > 0)
      .map(({ fault, problems }) => `${fault.name}, in ${browser}: ${problems.join("; ")}`),
  );
  const logged = results.flatMap(({ browser, messages }) =>
    messages.map((text) => `on the console of ${browser}: ${text}`),
  );
  const all = [...unexpected, ...logged];
  if (all.length > 0) console.error(`\nNot as expected:\n${all.map((text) => `  ${text}`).join("\n")}`);
  return { failed: unexpected.length, isFine: all.length === 0 };
}
