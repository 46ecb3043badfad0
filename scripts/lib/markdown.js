// Parts of Markdown documents.

/** Text as inline code, in one line. */
export const code = (text) => `\`${text.replace(/\s+/g, " ")}\``;

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
