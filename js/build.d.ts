// What `scripts/build.js` provides.

declare module "glue" {
  /** wasm-bindgen's glue of one instance, whose memory it keeps in variables of its own. */
  export interface Glue {
    /** What the WebAssembly imports. */
    imports: WebAssembly.Imports;
    /** Connects the glue with an instance. */
    start(exports: object): void;
    /** The exported functions of the crate. */
    calls: {
      requestPasswordReset(options: unknown, early?: object, waitedMs?: number): Promise<void>;
      confirmPasswordReset(options: unknown, early?: object, waitedMs?: number): Promise<void>;
    };
  }
  export default function createGlue(required: unknown): Glue;
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
