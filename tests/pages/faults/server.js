// Servers on the loopback interface that misbehave, each in one way, and are correct otherwise. They respond through sockets,
// because no HTTP server sends what they send.

import * as net from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { bodyOf, holdClosedPort, listen } from "../../support/server.js";

/** The documented error object. */
export const ERROR = '{"error":{"code":"003-019","description":"Project not found."}}';
/** A page that Xsolla Login would not send. */
export const HTML = "<!doctype html><title>Sign in to the guest network</title><h1>Welcome</h1>";
/** Headers that allow the requests of the package. */
export const ALLOWS = ["Access-Control-Allow-Methods: POST", "Access-Control-Allow-Headers: Content-Type"];

/**
 * A response. By default, it closes the connection and allows every origin to read it.
 *
 * @param {number | string} status or what follows `HTTP/1.1` in the status line
 * @param {object} [parts]
 * @param {string[]} [parts.headers] lines, such as `Retry-After: 7`
 * @param {string | Buffer} [parts.body] JSON unless a header says otherwise
 * @param {boolean} [parts.isReadable] whether every origin may read it
 * @param {boolean} [parts.hasLength] whether it has the `Content-Length` of its body
 */
export function response(status, { headers = [], body = "", isReadable = true, hasLength = true } = {}) {
  const line = typeof status === "number" ? `${status} Said` : status;
  const content = typeof body === "string" ? Buffer.from(body) : body;
  const has = (name) => headers.some((header) => header.startsWith(name));
  const head = [
    `HTTP/1.1 ${line}`,
    isReadable && "Access-Control-Allow-Origin: *",
    !has("Connection:") && "Connection: close",
    content.length > 0 && !has("Content-Type:") && "Content-Type: application/json",
    hasLength && !line.startsWith("204") && `Content-Length: ${content.length}`,
    ...headers,
  ].filter((line) => typeof line === "string");
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), content]);
}

/** @typedef {(socket: import("node:net").Socket) => unknown} Step one step on a connection; it fails if the browser is gone */

/** Sends all bytes. */
export const send = (bytes) => (socket) =>
  new Promise((resolve, reject) => {
    if (socket.destroyed) reject(new Error("The browser has closed the connection"));
    else socket.write(bytes, (error) => (error ? reject(error) : resolve(undefined)));
  });

/** Sends one byte at a time, with a pause before each. */
export const drip = (bytes, pauseMs) => async (socket) => {
  for (const byte of Buffer.from(bytes)) {
    await pause(pauseMs);
    await send(Buffer.of(byte))(socket);
  }
};

/** Sends the bytes repeatedly until the browser closes the connection. */
export const forever = (bytes) => async (socket) => {
  for (;;) {
    await pause(20);
    await send(bytes)(socket);
  }
};

/** Time for the browser to read the bytes sent before. */
export const briefly = () => pause(500);

/** Waits until the browser closes the connection. */
export const silence = (socket) => socket.readableEnded || socket.destroyed || closed(socket);

/** Resets the connection instead of closing it. */
export const reset = (socket) => socket.resetAndDestroy();

function closed(socket) {
  socket.resume();
  return new Promise((resolve) => socket.once("end", resolve).once("close", resolve));
}

/** Takes the steps in order, then closes the connection. Stops early if the browser closes it. */
async function perform(script, socket) {
  const steps = Buffer.isBuffer(script) ? [send(script)] : script;
  try {
    for (const step of steps) await step(socket);
  } catch {
    // The browser is gone.
  }
  socket.destroySoon();
}

/** The response of a server without a fault. */
const goodResponse = (method, headers = []) =>
  response(204, { headers: [...headers, ...(method === "OPTIONS" ? ALLOWS : [])] });

/** Counts a request. Returns what it is: `preflight`, `post`, or nothing that has a fault. */
function count(seen, { method, url }) {
  const [, call, next] = /^\/*(.*?)(\/next)?\/password\/reset\/request(?:\?|$)/.exec(url) ?? [];
  if (call === undefined || !["OPTIONS", "POST"].includes(method)) {
    seen.others++;
    return "other";
  }
  seen.calls[call] ??= { posts: 0, next: 0 };
  if (next) {
    if (method === "POST") seen.calls[call].next++;
    return "other";
  }
  if (method === "OPTIONS") return "preflight";
  seen.calls[call].posts++;
  return "post";
}

/** The server of a fault. */
const serverOf = (fault, seen) => async (request) => {
  const { method, socket } = request;
  await bodyOf(request).catch(() => {});
  const what = count(seen, request);
  if (what === "post") seen.open++;
  if (what === fault.at) await perform(fault.script, socket);
  else if (fault.keepsConnection && method === "OPTIONS")
    socket.write(goodResponse(method, ["Connection: keep-alive"]));
  else await perform(goodResponse(method), socket);
  if (what === "post") seen.open--;
};

/** Starts what is at the address of a fault. `closed` is the port on which nothing listens. */
function startSite(fault, seen, closed) {
  if (fault.at === "port") return closed;
  if (fault.at !== "connection") return listen(serverOf(fault, seen));
  const talk = (socket) => {
    socket.on("error", () => {});
    perform(fault.script, socket);
  };
  return listen(talk, net.createServer);
}

/**
 * Starts a server for each fault, because browsers limit the connections to one, and one that tells a page what all of them
 * have received, and takes the next call where the server of a fault cannot.
 *
 * @param {import("./faults.js").Fault[]} faults
 */
export async function startServers(faults) {
  const seen = faults.map(() => ({
    /** The POSTs of each call, by the name in its base URL, and of the call after it. */
    calls: {},
    /** Requests that no call sends, for example after a redirect. */
    others: 0,
    /** POSTs whose response is in progress: none, once their calls have settled. */
    open: 0,
  }));
  const control = await listen(({ method, socket, url }) =>
    perform(url === "/seen" ? response(200, { body: JSON.stringify(seen) }) : goodResponse(method), socket),
  );
  const closed = await holdClosedPort();
  const sites = [];
  for (const [index, fault] of faults.entries()) {
    const { port, stop } = await startSite(fault, seen[index], closed);
    const baseUrl = fault.baseUrl ?? `${fault.scheme}://127.0.0.1:${port}`;
    sites.push({ ...fault, baseUrl, respondsToNext: fault.at === "preflight" || fault.at === "post", stop });
  }
  return {
    control: control.url.slice(0, -1),
    sites,
    seen,
    stop() {
      for (const { stop } of [control, closed, ...sites]) stop();
    },
  };
}
