// What Orca says, as a player hears it: a synthesizer speaks one text after the other, and stops when Orca tells it to.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { until } from "../support/process.js";

/** Orca's settings: it reads no page by itself, and echoes no typed key. */
const settings = `import orca.settings
orca.settings.sayAllOnLoad = False
orca.settings.pageSummaryOnLoad = False
orca.settings.enableKeyEcho = False
`;

/** Characters a second: a quick voice, as people who use one every day choose it. */
const SPEED = 30;
/** After this silence, in milliseconds, a step is over. A countdown would be heard in it. */
const SILENCE_MS = 1500;

/** Of windows and keys, of Orca's modes, and of Chromium's offer to save the password: nothing that the form says. */
const ownLines =
  /^(Browse|Focus) mode$|^caps lock (on|off)$|^Finished loading|^Loading\.|frame\.$|Save password\?|Passwords are saved|^This dialog is not currently focused/;

class Speech {
  /** @type {{ text: string, from: number, until: number, cut?: number }[]} */
  #lines = [];
  #end = 0;

  /** @param {import("node:stream").Readable} output of Orca, with the lines of `recorder/speechd.py` */
  constructor(output) {
    createInterface({ input: output }).on("line", (line) => {
      if (line.startsWith("{")) this.#read(JSON.parse(line));
    });
  }

  #read({ say }) {
    const now = Date.now();
    if (say) {
      const from = Math.max(now, this.#end);
      this.#end = from + (say.length / SPEED) * 1000;
      if (!ownLines.test(say)) this.#lines.push({ text: say, from, until: this.#end });
      return;
    }
    for (const line of this.#lines.filter(({ until }) => until > now)) {
      line.cut = Math.floor((Math.max(0, now - line.from) / 1000) * SPEED);
      line.until = now;
    }
    this.#end = Math.min(this.#end, now);
  }

  /** Whether nothing has been spoken for a while, nor since a point in time. */
  isSilent(since) {
    return Date.now() - Math.max(since, this.#end) > SILENCE_MS;
  }

  /** The texts so far. What was cut off is in brackets; a time is "N seconds", since each run takes another one. */
  heard() {
    return this.#lines.map(({ text, cut }) =>
      (cut === undefined ? text : `${text.slice(0, cut)}[${text.slice(cut)}]`).replace(/\d+ seconds?/g, "N seconds"),
    );
  }

  /** Returns the texts so far, and forgets them. */
  take() {
    const heard = this.heard();
    this.#lines = [];
    return heard;
  }
}

/** Starts Orca on a desktop. Returns what it says. */
export async function startOrca({ home, run }) {
  const preferences = join(home, "orca");
  mkdirSync(preferences);
  writeFileSync(join(preferences, "orca-customizations.py"), settings);
  const recorder = fileURLToPath(new URL("recorder/speechd.py", import.meta.url));
  const orca = run(["/usr/bin/python3", "-B", recorder, "--user-prefs", preferences]);
  const speech = new Speech(orca.stdout);
  await until("Orca speaks", () => speech.heard().includes("Screen reader on."));
  return speech;
}
