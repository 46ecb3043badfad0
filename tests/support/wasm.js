// The WebAssembly in a file of the package.

import { onInstantiate } from "./instantiate.js";

/** @param {URL | string} file an ES module of the package */
export async function extractWasm(file) {
  const { preload } = await import(file);
  let wasm;
  const restore = onInstantiate((bytes) => {
    wasm = Buffer.from(bytes);
  });
  try {
    await preload();
  } finally {
    restore();
  }
  return wasm;
}
