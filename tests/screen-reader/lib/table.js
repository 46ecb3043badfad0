/** Prints what was heard at each step, in each browser. */
export function printTable(results) {
  const engines = [...results.keys()];
  const [rows = []] = results.values();
  console.log(`\n| state | step | ${engines.join(" | ")} |\n|---|---|${engines.map(() => "---|").join("")}`);
  let last = "";
  for (const [index, { state, step }] of rows.entries()) {
    const cells = engines.map((engine) => {
      const { heard, problems } = results.get(engine)[index];
      return `${problems.length > 0 ? "✗ " : ""}${heard.map((line) => `“${line}”`).join(" ") || "–"}`;
    });
    console.log(`| ${[state === last ? "" : state, step, ...cells].join(" | ")} |`);
    last = state;
  }
}
