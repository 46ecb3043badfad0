// Sends the page's requests from the main process, where CORS does not apply.

import { net } from "electron";

const api = "https://login.xsolla.com/api/password/reset/";
/** Longer than the package's own limit of 10 seconds, so that the page reports `timeout`. */
const timeLimitMs = 15_000;

/** Only plain data crosses between the processes, so a response is returned as status, headers and body. */
export async function fetchFromLogin(url, { method, headers, body }) {
  if (!new URL(url).href.startsWith(api)) throw new Error("This bridge only reaches Xsolla Login");
  const signal = AbortSignal.timeout(timeLimitMs);
  const response = await net.fetch(url, { method, headers, body, credentials: "omit", redirect: "error", signal });
  // A 204 has no body, not even an empty one.
  return { status: response.status, headers: [...response.headers], body: (await response.text()) || null };
}
