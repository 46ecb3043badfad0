// Servers on the loopback interface that misbehave, each in one way, and are correct otherwise. They speak through sockets,
// because no HTTP server sends what they send.

import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { holdClosedPort } from "../../support/server.js";

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

/** Reads the requests of a connection, with their bodies. */
async function* requestsOn(socket) {
  let data = Buffer.alloc(0);
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    data = Buffer.concat([data, chunk]);
    for (;;) {
      const end = data.indexOf("\r\n\r\n") + 4;
      if (end < 4) break;
      const head = data.toString("latin1", 0, end);
      const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
      if (data.length < end + length) break;
      data = data.subarray(end + length);
      const [method, path] = head.split(/[ ?]/);
      yield { method, path };
    }
  }
}

/** Listens on a free port. Returns its address. */
async function listen(servers, talk) {
  const server = createServer({ allowHalfOpen: true, noDelay: true }, async (socket) => {
    servers.sockets.add(socket);
    socket.on("error", () => {}).on("close", () => servers.sockets.delete(socket));
    // The browser may be gone at any time.
    await talk(socket).catch(() => socket.destroy());
  }).listen(0, "127.0.0.1");
  servers.all.push(server);
  await once(server, "listening");
  return `127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
}

/** The response of a server without a fault. */
const goodResponse = (method, headers = []) =>
  response(204, { headers: [...headers, ...(method === "OPTIONS" ? ALLOWS : [])] });

/** Counts a request. Returns what it is: `preflight`, `post`, or nothing that has a fault. */
function count(seen, { method, path }) {
  const [, call, next] = /^\/*(.*?)(\/next)?\/password\/reset\/request$/.exec(path) ?? [];
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
const talkWith = (fault, seen) => async (socket) => {
  if (fault.at === "connection") {
    await perform(fault.script, socket);
    return;
  }
  let what;
  for await (const request of requestsOn(socket)) {
    what = count(seen, request);
    if (what === fault.at) break;
    const isKept = fault.keepsConnection && request.method === "OPTIONS";
    await send(goodResponse(request.method, isKept ? ["Connection: keep-alive"] : []))(socket);
    if (!isKept) break;
  }
  if (what === "post") seen.open++;
  await perform(what === fault.at ? fault.script : [], socket);
  if (what === "post") seen.open--;
};

/**
 * Starts a server for each fault, because browsers limit the connections to one, and one that tells a page what all of them
 * have received, and takes the next call where the server of a fault cannot.
 *
 * @param {import("./faults.js").Fault[]} faults
 */
export async function startServers(faults) {
  const servers = { all: [], sockets: new Set() };
  const seen = faults.map(() => ({
    /** The POSTs of each call, by the name in its base URL, and of the call after it. */
    calls: {},
    /** Requests that no call sends, for example after a redirect. */
    others: 0,
    /** POSTs whose response is in progress: none, once their calls have settled. */
    open: 0,
  }));
  const control = await listen(servers, async (socket) => {
    for await (const { method, path } of requestsOn(socket)) {
      const isAsked = path === "/seen";
      await send(isAsked ? response(200, { body: JSON.stringify(seen) }) : goodResponse(method))(socket);
      break;
    }
    socket.destroySoon();
  });
  const closed = await holdClosedPort();
  const sites = [];
  for (const [index, fault] of faults.entries()) {
    const address =
      fault.at === "port" ? `127.0.0.1:${closed.port}` : await listen(servers, talkWith(fault, seen[index]));
    const baseUrl = fault.baseUrl ?? `${fault.scheme}://${address}`;
    sites.push({ ...fault, baseUrl, respondsToNext: fault.at === "preflight" || fault.at === "post" });
  }
  return {
    control: `http://${control}`,
    sites,
    seen,
    stop() {
      closed.stop();
      for (const server of servers.all) server.close();
      for (const socket of servers.sockets) socket.destroy();
    },
  };
}
