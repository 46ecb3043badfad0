// No such call: it shows what a small Rust package weighs that carries its WebAssembly as text.

import { base16_decode_mixed, initBundled } from "@hazae41/base16.wasm";

export async function ask({ username }) {
  await initBundled();
  return base16_decode_mixed(username);
}
