// The modules and constants that `scripts/build.js` provides.

declare module "glue" {
  /** The wasm-bindgen glue for one instance. Its state is per instance. */
  export interface Glue {
    /** The imports of the WebAssembly. */
    imports: WebAssembly.Imports;
    /** Connects the glue to an instance. */
    start(exports: object): void;
    /** The exports of `src/browser/package.rs`. */
    exports: {
      /** Returns the URL, the JSON body and, if it has more parameters, the query; or a description of the error. */
      prepare(confirms: boolean, message: Uint8Array): [string, string, URLSearchParams?] | Description;
      /** Returns a description of the error, or `undefined` for success. */
      conclude(ending: number, status: number, message: Uint8Array): Description | undefined;
      /** Returns a mail address that was probably meant. Only of the WebAssembly with policies. */
      suggest?(message: Uint8Array): string | undefined;
      /** Set by `policy.ts`. */
      readPolicy?: typeof import("../src/browser/policy.js").readPolicy;
    };
  }
  /** JSON, as `src/browser/error.rs` writes it. */
  type Description = string;
  export default function createGlue(required: unknown): Glue;
}

declare module "source" {
  /** `split.ts` or `whole.ts`. */
  export const { base, full }: typeof import("./split.js");
}

declare module "*.css" {
  /** The style sheet, minified. */
  const css: string;
  export default css;
}

/** The WebAssembly as text: one character, 0 to 255, for each byte. */
declare const WASM_TEXT: string;

/** The character that stands for the byte 0 in `WASM_TEXT`. */
declare const WASM_ZERO: string;

/** The character that stands for the byte 13 in `WASM_TEXT`. */
declare const WASM_RETURN: string;

/** The size of the WebAssembly, in bytes. */
declare const WASM_LENGTH: number;
