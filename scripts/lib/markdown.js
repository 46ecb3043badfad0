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

/** A document in which each block, `<!-- made: NAME -->` to `<!-- end -->`, is replaced. It has to have all of them. */
export function withBlocks(text, blocks) {
  return Object.entries(blocks).reduce((text, [name, block]) => {
    const [begin, end] = [`<!-- made: ${name} -->`, "<!-- end -->"];
    const [before, after] = text.split(begin);
    if (after === undefined) throw new Error(`The document has no block ${begin}`);
    return `${before}${begin}\n\n${block}\n\n${after.slice(after.indexOf(end))}`;
  }, text);
}
