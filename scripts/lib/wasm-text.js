// Embeds the WebAssembly in a script as text: one character, 0 to 255, for each byte.

/** The bytes that are frequent in WebAssembly but need an escape in a literal: zero and the carriage return. */
const escapedBytes = [0x00, 0x0d];

/** The bytes that a module does not contain. */
export const unusedBytes = (wasm) =>
  Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => !wasm.includes(byte));

/**
 * The text for a module. Unused bytes stand for those that need an escape, in their order. `decode` in js/load.ts reverses
 * this.
 *
 * @param {Uint8Array} wasm
 * @param {number[]} substitutes
 */
export function encodeText(wasm, substitutes) {
  return latin1(wasm.map((byte) => substitutes[escapedBytes.indexOf(byte)] ?? byte));
}

/** @param {Iterable<number>} bytes */
export const latin1 = (bytes) => Buffer.from([...bytes]).toString("latin1");

/**
 * A JavaScript template literal with as few escapes as possible: esbuild and terser write more.
 *
 * @param {string} text
 * @param {boolean} ascii also escapes what a page's charset can change: all but ASCII, and three control characters in ISO-2022-JP
 * @returns {string}
 */
export function literal(text, ascii) {
  const escaped = text
    .replace(/[\\`]|\$(?=\{)/g, "\\$&")
    .replace(/\r/g, "\\r")
    .replace(/\0(?!\d)/g, "\\0")
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to be escaped
      ascii ? /[\0\x0e\x0f\x1b\x7f-\xff]/g : /\0/g,
      (character) => `\\x${Buffer.from(character, "latin1").toString("hex")}`,
    );
  return `\`${escaped}\``;
}
