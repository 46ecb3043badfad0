/** Compares what should be heard, in any order, with what was: each line must be spoken once for each time it is expected. */
export function compare(expected, heard) {
  const times = (lines, line) => lines.filter((other) => other === line).length;
  const missing = [...new Set(expected)].filter((line) => times(heard, line) < times(expected, line));
  const extra = [...new Set(heard)].filter((line) => times(heard, line) > times(expected, line));
  const kind = (line) => {
    const isCut = /\[.*\]$/.test(line);
    if (isCut) return "cut off";
    const count = times(heard, line);
    return expected.includes(line) || count > 1 ? `spoken ${count} times` : "not expected";
  };
  return {
    missing,
    problems: [...missing.map((line) => `not spoken: ${line}`), ...extra.map((line) => `${kind(line)}: ${line}`)],
  };
}
