// The WebAssembly that a page or a file of the package instantiates.

/**
 * Calls back with the bytes and the instance of each WebAssembly that is instantiated from bytes.
 *
 * @param {(bytes: BufferSource, instance: WebAssembly.Instance) => void} callback
 * @returns {() => void} ends that
 */
export function onInstantiate(callback) {
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (bytes, imports) => {
    const source = await instantiate.call(WebAssembly, bytes, imports);
    callback(bytes, source.instance);
    return source;
  };
  return () => {
    WebAssembly.instantiate = instantiate;
  };
}

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

/**
 * A copy of an object, whose functions call back before they run.
 *
 * @param {object} functions
 * @param {() => void} callback
 */
export const watchCalls = (functions, callback) =>
  Object.fromEntries(
    Object.entries(functions).map(([name, value]) => {
      const watched = (...args) => {
        callback();
        return value(...args);
      };
      return [name, typeof value === "function" ? watched : value];
    }),
  );
