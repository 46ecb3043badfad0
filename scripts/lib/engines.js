// The oldest browsers that the package supports, for builds, checks and documentation.

/** Major versions, by their names in esbuild and MDN's compatibility data. */
export const floor = { chrome: 69, firefox: 78, safari: 14 };

/** As a phrase for documentation. */
export const floorText = `Chromium ${floor.chrome}, Firefox ${floor.firefox} and Safari ${floor.safari}`;

/** esbuild's options for these browsers, and for Node. */
export const compilation = {
  // A few versions below the floor, so that a script that cannot run there can say so.
  target: [`chrome${floor.chrome - 5}`, `firefox${floor.firefox}`, `safari${floor.safari}`, "node20"],
  // esbuild cannot lower destructuring, and assumes that Safari before 14.1 lacks it, because of a bug in Safari 13.1 (https://github.com/babel/babel/issues/17773).
  supported: { destructuring: true },
};
