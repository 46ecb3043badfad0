// Makes many calls, several at once: each frame has its own realm, and makes one call after another.

/** Limited by the connections of WebKit, the cores of the machine, and the memory for realms. */
const FRAMES = 12;

async function openFrame() {
  const frame = document.createElement("iframe");
  frame.src = "/tests/pages/faults/page/call.html";
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
 * Makes the calls, and returns a report of each, as JSON. The frames stay until all calls are made: removing a frame ends
 * its requests, which the calls should have done themselves.
 */
export async function makeAllCalls(calls) {
  for (const frame of document.querySelectorAll("iframe")) frame.remove();
  const waiting = [...calls.entries()];
  const reports = [];
  const work = async () => {
    const frame = await openFrame();
    while (waiting.length > 0) {
      const [position, call] = waiting.shift();
      const abortWhen = call.isAborted ? () => hasArrived(call) : undefined;
      const report = await frame.contentWindow.makeCalls({ ...call, hasArrived: abortWhen });
      reports[position] = { ...call, ...report };
    }
  };
  await Promise.all(Array.from({ length: FRAMES }, work));
  // A second settlement or a late error would come now.
  await new Promise((resolve) => setTimeout(resolve, 500));
  return JSON.stringify(reports);
}
