// The oldest browsers that the package supports. Builds, checks and documentation take them from here.

/** Major versions, by the names that esbuild and MDN's compatibility data use. */
export const floor = { chrome: 69, firefox: 78, safari: 14 };

/** esbuild's options for these browsers, and for Node. */
export const compilation = {
  target: [...Object.entries(floor).map(([name, version]) => name + version), "node20"],
  // esbuild cannot lower destructuring, and counts Safari 14.0 as lacking it. It lacks only the dead zone of `let` in
  // default values.
  supported: { destructuring: true },
};
