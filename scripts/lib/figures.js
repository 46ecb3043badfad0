// The README's figures, from bench/RESULTS.md: picked, never typed.

const begin = "<!-- figures: made by `npm run docs` from bench/RESULTS.md -->";
const end = "<!-- figures: end -->";

/** Who stands in the README, by how the row begins. Both ends of the scale are in it, and Xsolla's own. */
const clients = [
  "bare `fetch`",
  "hand-written `fetch`",
  "playfab-web-sdk",
  "@ory/client-fetch",
  "better-auth/client",
  "@supabase/auth-js",
  "firebase/auth",
  "**xsolla-password-reset**",
  "@xsolla/login-sdk",
  "auth0-js",
];
const paths = ["Chromium, cold cache", "Chromium, cold cache, CPU 4× slower", "Chromium, cold cache, slow 3G"];

const cellsOf = (line) =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
const table = (rows) => rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
const withoutSpread = (cell) => cell.replace(/ \(.*\)$/, "");

/** The rows of the table that has this column. */
function rowsWith(results, column) {
  const lines = results.split("\n");
  const head = lines.findIndex((line) => line.startsWith("|") && cellsOf(line).includes(column));
  if (head < 0) throw new Error(`bench/RESULTS.md has no table with the column ${column}`);
  const rest = lines.slice(head + 2);
  const last = rest.findIndex((line) => !line.startsWith("|"));
  return rest.slice(0, last < 0 ? undefined : last).map(cellsOf);
}

function rowOf(rows, isIt, name) {
  const row = rows.find(([first]) => isIt(first));
  if (!row) throw new Error(`bench/RESULTS.md has no row ${name}`);
  return row;
}

/** The figures, as Markdown. */
export function figures(results) {
  const sizes = rowsWith(results, "to ours");
  const picked = clients.map((name) => rowOf(sizes, (first) => first.startsWith(name), name));
  const bytes = (row) => Number(row[4].replace(/[*,]/g, ""));
  const sizeRows = picked
    .sort((a, b) => bytes(a) - bytes(b))
    .map(([client, version, , , brotli]) => [client, version, brotli]);
  const times = rowsWith(results, "ours to login-sdk");
  const timeRows = paths.map((path) => {
    const [, , byHand, ours, theirs] = rowOf(times, (first) => first === path, path);
    return [path, ...[byHand, ours, theirs].map(withoutSpread)];
  });
  return [
    table([["client", "version", "bytes, brotli 11"], ["---", "--:", "--:"], ...sizeRows]),
    table([["first call, ms", "hand-written", "ours", "@xsolla/login-sdk"], ["---", "--:", "--:", "--:"], ...timeRows]),
  ].join("\n\n");
}

/** The README with these figures in their place. */
export function withFigures(readme, results) {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error("README.md has no place for the figures");
  return `${readme.slice(0, from + begin.length)}\n\n${figures(results)}\n\n${readme.slice(to)}`;
}
