// The WebAssembly as text inside a script: one character, 0 to 255, for each byte.

/**
 * Combines small bytes with a key. WebAssembly is full of the smallest numbers, whose characters a script must escape;
 * with some keys it need not. Letters, which messages consist of, stay as they are. `decode` in js/load.ts reverses this.
 *
 * @param {Uint8Array} bytes
 * @param {number} key below 96
 * @returns {string}
 */
export function encodeText(bytes, key) {
  return Buffer.from(bytes.map((byte) => (Math.max(byte, byte ^ key) < 96 ? byte ^ key : byte))).toString("latin1");
}

/**
 * A text as a string literal of JavaScript, with as few escapes as possible: esbuild and terser use more.
 *
 * @param {string} text
 * @param {boolean} ascii whether to escape also what a page's charset can change: ISO-2022-JP changes three controls
 * @returns {string}
 */
export function literal(text, ascii) {
  const escaped = text
    .replace(/[\\']/g, "\\$&")
    .replace(/\n/g, "\\n")
    .replace(/\r/g, "\\r")
    .replace(/\0(?!\d)/g, "\\0")
    .replace(
      ascii ? /[\0\x0e\x0f\x1b\x7f-\xff]/g : /\0/g,
      (character) => `\\x${Buffer.from(character, "latin1").toString("hex")}`,
    );
  return `'${escaped}'`;
}
