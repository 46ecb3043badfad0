// Makes many calls, several at once: each frame has a realm of its own, and makes one after another.

/** WebKit has few connections for a page, the machine few cores, and an engine no memory for very many realms. */
const FRAMES = 12;

async function openFrame() {
  const frame = document.createElement("iframe");
  frame.src = "call.html";
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame;
}

/** Whether the POST of a call has arrived at its server. */
async function hasArrived({ name, seenUrl, index }) {
  const seen = await (await fetch(seenUrl)).json();
  return seen[index].calls[name]?.posts > 0;
}

/**
 * Makes the calls, and returns what was seen of each, as JSON. The frames stay until they are needed no more: with a
 * frame, the browser ends its requests, which the calls themselves should have done.
 */
window.makeAllCalls = async (calls) => {
  document.querySelectorAll("iframe").forEach((frame) => frame.remove());
  const waiting = [...calls.entries()];
  const reports = [];
  const work = async () => {
    const frame = await openFrame();
    for (let next; (next = waiting.shift()); ) {
      const [position, call] = next;
      const asked = call.isAborted ? () => hasArrived(call) : undefined;
      const report = await frame.contentWindow.makeCalls({ ...call, hasArrived: asked });
      reports[position] = { ...call, ...report };
    }
  };
  await Promise.all(Array.from({ length: FRAMES }, work));
  // A second settlement or a late complaint would come now.
  await new Promise((resolve) => setTimeout(resolve, 500));
  return JSON.stringify(reports);
};
