// What `scripts/build.js` provides.

declare module "glue" {
  /** wasm-bindgen's glue of one instance, whose memory it keeps in variables of its own. */
  export interface Glue {
    /** What the WebAssembly imports. */
    imports: WebAssembly.Imports;
    /** Makes an instance ready. */
    start(exports: object): void;
    /** What Rust exports. */
    calls: {
      requestPasswordReset(options: unknown): Promise<void>;
      confirmPasswordReset(options: unknown): Promise<void>;
    };
  }
  export default function createGlue(shared: object): Glue;
}

declare module "wasm" {
  const wasm: {
    /** One character, 0 to 255, for each byte. */
    text: string;
    /** What each byte is combined with, by exclusive or. */
    key: number;
    /** In bytes. */
    length: number;
  };
  export default wasm;
}
