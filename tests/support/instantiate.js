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
