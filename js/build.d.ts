// What `scripts/build.js` provides.

declare module "glue" {
  /** wasm-bindgen's glue, which also holds what the WebAssembly imports. */
  export interface Glue extends WebAssembly.ModuleImports {
    __wbg_set_wasm(exports: object): void;
    requestPasswordReset(options: unknown): Promise<void>;
    confirmPasswordReset(options: unknown): Promise<void>;
  }
  /** Makes the glue of one instance: it keeps that instance's memory in variables of its own. */
  export default function createGlue(shared: { PasswordResetError: Function }): Glue;
}

declare module "wasm" {
  const wasm: {
    /** One character, 0 to 255, for each byte. */
    text: string;
    /** What each byte is combined with, by exclusive or. */
    key: number;
    /** In bytes. */
    length: number;
    /** The name of the module that its imports come from. */
    importsFrom: string;
    /** The name of the export that makes an instance ready. */
    startName: string;
  };
  export default wasm;
}
