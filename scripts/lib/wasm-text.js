// Embeds the WebAssembly in a script as text: one character, 0 to 255, for each byte.

/**
 * WebAssembly is full of small bytes, which a string literal has to escape. XORing them with the right key avoids that.
 * Letters, of which messages consist, are unchanged. `decode` in js/load.ts reverses this.
 *
 * @param {Uint8Array} bytes
 * @param {number} key below 96
 * @returns {string}
 */
export function encodeText(bytes, key) {
  return Buffer.from(bytes.map((byte) => (Math.max(byte, byte ^ key) < 96 ? byte ^ key : byte))).toString("latin1");
}

/**
 * A JavaScript string literal with as few escapes as possible: esbuild and terser write more.
 *
 * @param {string} text
 * @param {boolean} ascii also escapes what a page's charset can change: all but ASCII, and three control characters in ISO-2022-JP
 * @returns {string}
 */
export function literal(text, ascii) {
  const escaped = text
    .replace(/[\\']/g, "\\$&")
    .replace(/\n/g, "\\n")
    .replace(/\r/g, "\\r")
    .replace(/\0(?!\d)/g, "\\0")
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to be escaped
      ascii ? /[\0\x0e\x0f\x1b\x7f-\xff]/g : /\0/g,
      (character) => `\\x${Buffer.from(character, "latin1").toString("hex")}`,
    );
  return `'${escaped}'`;
}
