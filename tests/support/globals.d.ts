// What scripts of the tests' pages put on `window`, and what the tests read from it.

// biome-ignore-all lint/suspicious/noExplicitAny: tests compare these values, whatever they are.

interface Window {
  /** Of axe-core. */
  axe: { run(options: object): Promise<{ violations: any[] }> };
  /** The package as a classic script. */
  XsollaPasswordReset: typeof import("xsolla-password-reset");
  /** Of Tauri. */
  __TAURI__: { core: { invoke(command: string, args?: object): Promise<any> } };

  // scripts/pictures/forms.js, where it is a promise, and tests/pages/launchers/pages/.
  ready: any;
  api: typeof import("xsolla-password-reset");
  form: HTMLElement;
  preloaded: Promise<unknown>;
  isReady(): Promise<boolean>;
  makeCall(call: string, argument: any, abort?: any[]): Promise<any>;
  look(): object;
  pageErrors: string[];

  // tests/e2e/.
  log: string[][];
  seen: any;
  sent: any[];

  // tests/package/.
  ask?(username: string): Promise<string>;
  crossBridge(args: unknown[]): Promise<any>;
  watchBridge(): Promise<void>;
  hearWayHome(): void;
  fetchThroughLauncher: typeof fetch;
  inlineScriptRan?: boolean;
  launcher: object;
  recorded: string;
  snippet: Record<string, (argument: any) => Promise<void>>;
  /** Of Unpoly. */
  up: { cache: { evict(): void } };
}
