// The outcome of each fault in each browser.

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
