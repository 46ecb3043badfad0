// Has no such call: it shows the size of a small Rust package that embeds its WebAssembly as text.

import { base16_decode_mixed, initBundled } from "@hazae41/base16.wasm";

export async function ask({ username }) {
  await initBundled();
  return base16_decode_mixed(username);
}
