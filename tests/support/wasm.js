// The WebAssembly in a file of the package.

import { onInstantiate } from "./instantiate.js";

/** @param {URL} file an ES module of the package */
export async function extractWasm(file) {
  const { preload } = await import(file.href);
  /** @type {Buffer | undefined} */
  let wasm;
  const restore = onInstantiate((bytes) => {
    wasm = Buffer.from(/** @type {Uint8Array} */ (bytes));
  });
  try {
    await preload();
  } finally {
    restore();
  }
  return wasm;
}
