// Bar charts as SVG, on a white card, so that they are readable on dark pages, too.

const width = 760;
const rowHeight = 24;
const labelWidth = 300;
const barWidth = 360;
const top = 56;

const colours = { ours: "#0b6e4f", other: "#a9b4c2", "by-hand": "#5f7a99" };
const escapeXml = (text) => String(text).replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * @param {object} chart
 * @param {string} chart.title
 * @param {string} chart.subtitle
 * @param {{ label: string, value?: number, text?: string, client?: string }[]} chart.rows without a value, a heading
 * @param {number} [chart.mark] a value that a dashed line marks
 */
function bars({ title, subtitle, rows, mark }) {
  const max = Math.max(...rows.map(({ value = 0 }) => value));
  const scale = (value) => Math.round((value / max) * barWidth);
  const height = top + rows.length * rowHeight + 12;
  const lines = rows.map(({ label, value, text, client }, index) => {
    const y = top + index * rowHeight;
    const weight = client === "ours" || value === undefined ? ' font-weight="bold"' : "";
    const anchor = value === undefined ? 'x="16"' : `x="${labelWidth - 8}" text-anchor="end"`;
    const name = `<text ${anchor} y="${y + 16}"${weight}>${escapeXml(label)}</text>`;
    if (value === undefined) return name;
    const size = `x="${labelWidth}" y="${y + 4}" width="${Math.max(1, scale(value))}" height="16" rx="2"`;
    const bar = `<rect ${size} fill="${colours[client] ?? colours.other}"/>`;
    return `${name}${bar}<text x="${labelWidth + scale(value) + 6}" y="${y + 16}"${weight}>${escapeXml(text)}</text>`;
  });
  const line =
    mark && `<path d="M${labelWidth + scale(mark)} ${top}V${height - 12}" stroke="#1c2430" stroke-dasharray="3 3"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"
  role="img" aria-label="${escapeXml(title)}" font-family="system-ui, sans-serif" font-size="13" fill="#1c2430">
<rect width="${width}" height="${height}" rx="8" fill="#ffffff" stroke="#d5dbe3"/>
<text x="16" y="26" font-size="16" font-weight="bold">${escapeXml(title)}</text>
<text x="16" y="45" fill="#4a5667">${escapeXml(subtitle)}</text>
${lines.join("\n")}
${line ?? ""}
</svg>
`;
}

export function sizesPlot({ rows }) {
  const plain = (text) => text.replaceAll("`", "");
  return bars({
    title: "Send a password-reset email: bytes over the network",
    subtitle: "Bundled and minified by esbuild, then brotli 11. Lower is better.",
    rows: rows.map(({ name, title, brotli }) => ({
      label: plain(title),
      value: brotli,
      text: brotli.toLocaleString("en-US"),
      client: name,
    })),
  });
}

export function timePlot({ loads }) {
  const titles = { ours: "xsolla-password-reset", "xsolla-login-sdk": "@xsolla/login-sdk" };
  return bars({
    title: "From import() to the first settled call",
    subtitle: "Relative to the hand-written fetch client (the dashed line). Lower is better.",
    mark: 1,
    rows: loads.flatMap(({ browser, name, times }) => [
      { label: `${browser}, ${name}` },
      ...Object.entries(titles).map(([client, label]) => {
        const value = times[client].median / times["by-hand"].median;
        return { label, value, text: `${value.toFixed(2)}×`, client };
      }),
    ]),
  });
}
