// Embeds the WebAssembly in a script as text: one character, 0 to 255, for each byte.

/** The bytes that a module does not contain. */
export const unusedBytes = (wasm) =>
  Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => !wasm.includes(byte));

/**
 * The text for a module. Zeros and carriage returns, which are frequent but need an escape in a literal, are replaced with
 * bytes that the module does not contain. `decode` in js/wasm.ts reverses this.
 */
export function encodeText(wasm, zero, carriageReturn) {
  const substitutes = { 0: zero, 13: carriageReturn };
  return Buffer.from(wasm.map((byte) => substitutes[byte] ?? byte)).toString("latin1");
}

/**
 * A JavaScript template literal with as few escapes as possible: esbuild and terser write more. `ascii` also escapes what a
 * page's charset can change: all but ASCII, and three control characters in ISO-2022-JP.
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
