// The WebAssembly inside a file of the package, as bytes.

/** @param {URL | string} file an ES module of the package */
export async function wasmInside(file) {
  const { preload } = await import(file);
  const { instantiate } = WebAssembly;
  let bytes;
  WebAssembly.instantiate = (given, imports) => {
    bytes = given;
    return instantiate(given, imports);
  };
  try {
    await preload();
  } finally {
    WebAssembly.instantiate = instantiate;
  }
  return Buffer.from(bytes);
}
