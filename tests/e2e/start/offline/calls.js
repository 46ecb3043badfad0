// Starts the demo where every address is this machine, and lists the hosts that were called or looked up, as JSON.

import { createSocket } from "node:dgram";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { startDemo } from "../../../../scripts/lib/demo.js";

// A proxy would have another port, where nothing listens.
for (const name of Object.keys(process.env)) if (/proxy/i.test(name)) delete process.env[name];

const calls = [];
const servers = [80, 443].map((port) =>
  createServer((socket) => {
    calls.push(`${socket.localAddress}:${port}`);
    socket.destroy();
  }).listen(port, "0.0.0.0"),
);
const names = createSocket("udp4", () => calls.push("lookup")).bind(53, "0.0.0.0");
await Promise.all([...servers, names].map((server) => once(server, "listening")));

const demo = await startDemo({ quiet: true });
await fetch(demo.demo);
await demo.stop();
const seen = calls.splice(0);

// Calls that must be seen.
const socket = connect(443, "192.0.2.1");
socket.on("error", () => {});
const client = createSocket("udp4");
client.send("name", 53, "192.0.2.1");
while (calls.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
console.log(JSON.stringify({ calls: seen, control: calls }));
process.exit();
