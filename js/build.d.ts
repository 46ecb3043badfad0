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

declare module "*.css" {
  /** The style sheet, minified. */
  const css: string;
  export default css;
}

/** The WebAssembly: one character, 0 to 255, for each byte. */
declare const WASM_TEXT: string;

/** The key with which the small bytes in `WASM_TEXT` are combined by exclusive or. */
declare const WASM_KEY: number;

/** The number of bytes. */
declare const WASM_LENGTH: number;
