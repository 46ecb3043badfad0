// The oldest browsers that the package supports. Builds, checks and documentation take them from here.

/** Major versions, by the names that esbuild and MDN's compatibility data use. */
export const floor = { chrome: 69, firefox: 78, safari: 14 };

/** As a phrase for documentation. */
export const floorText = `Chromium ${floor.chrome}, Firefox ${floor.firefox} and Safari ${floor.safari}`;

/** esbuild's options for these browsers, and for Node. */
export const compilation = {
  // A few versions below the floor, so that a script that cannot run there can say so.
  target: [`chrome${floor.chrome - 5}`, `firefox${floor.firefox}`, `safari${floor.safari}`, "node20"],
  // esbuild cannot lower destructuring, and counts Safari before 14.1 as lacking it, because of a bug that was seen in
  // Safari 13.1 (https://github.com/babel/babel/issues/17773).
  supported: { destructuring: true },
};
