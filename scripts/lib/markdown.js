// Parts of Markdown documents.

/** Text in one line. */
export const oneLine = (text = "") => text.replace(/\s+/g, " ").trim();

/** Text as inline code, in one line. */
export const code = (text) => `\`${oneLine(text)}\``;

/**
 * A table.
 *
 * @param {string[]} head
 * @param {(string | number)[][]} rows
 * @param {{ numbers?: boolean }} [options] `numbers` aligns all columns but the first to the right
 */
export function table(head, rows, { numbers = false } = {}) {
  const align = head.map((_, index) => (numbers && index > 0 ? "--:" : "---"));
  const cell = (text) => String(text).replaceAll("|", "\\|");
  return [head, align, ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n");
}
