// The oldest browsers that the package supports, as package.json lists them.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.js";

const { browserslist } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Major versions, by their names in esbuild and MDN's compatibility data. */
export const floor = Object.fromEntries(browserslist.map((line) => line.split(" >= ")));

/** As a phrase for documentation. */
export const floorText = `Chromium ${floor.chrome}, Firefox ${floor.firefox} and Safari ${floor.safari}`;

/** esbuild's options for these browsers, and for Node. */
export const compilation = {
  // A few versions below the floor, so that a script that cannot run there can say so.
  target: [`chrome${floor.chrome - 5}`, `firefox${floor.firefox}`, `safari${floor.safari}`, "node20"],
  // esbuild cannot lower destructuring, and assumes that Safari before 14.1 lacks it, because of a bug in Safari 13.1 (https://github.com/babel/babel/issues/17773).
  supported: { destructuring: true },
};
