// What came of each fault in each engine.

const WIDTH = 32;

/** `rejected 404`, say; with the number of POSTs unless it is one. */
function outcomeOf({ report: { settlements, name }, seen }) {
  const [{ kind, status, retryAfterMs } = { kind: "not settled" }] = settlements;
  const posts = seen.calls[name]?.posts ?? 0;
  const detail = retryAfterMs === undefined ? status : `${retryAfterMs} ms`;
  return [kind, detail, posts > 1 && `(${posts} POSTs)`]
    .filter((word) => word !== undefined && word !== false)
    .join(" ");
}

/** Prints a row for each fault, why engines differ, and what is wrong. Returns in how many cells, and whether all is fine. */
export function printTable(results) {
  const names = results[0].rows.map(({ fault }) => fault.name);
  const longest = Math.max(...names.map((name) => name.length));
  const line = (name, cells) => [name.padEnd(longest), ...cells.map((cell) => cell.padEnd(WIDTH))].join("  ").trimEnd();

  console.log(
    `\n${line(
      "",
      results.map(({ version }) => version),
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
    const ofEngines = Object.entries(differs).map(([engine, difference]) => `${name}, in ${engine}: ${difference.why}`);
    return why ? [`${name}: ${why}`, ...ofEngines] : ofEngines;
  });
  if (notes.length > 0) console.log(`\nWhy:\n${notes.map((text) => `  ${text}`).join("\n")}`);

  const wrong = results.flatMap(({ engine, rows }) =>
    rows
      .filter(({ problems }) => problems.length > 0)
      .map(({ fault, problems }) => `${fault.name}, in ${engine}: ${problems.join("; ")}`),
  );
  const said = results.flatMap(({ engine, complaints }) =>
    complaints.map((text) => `on the console of ${engine}: ${text}`),
  );
  const all = [...wrong, ...said];
  if (all.length > 0) console.error(`\nNot as expected:\n${all.map((text) => `  ${text}`).join("\n")}`);
  return { failed: wrong.length, isFine: all.length === 0 };
}
