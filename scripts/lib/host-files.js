// Checks the files for the public host against their schemas.
//
//   node scripts/lib/host-files.js

import { run } from "./run.js";
import { checkJsonschema } from "./tools.js";

const forms = ".github/ISSUE_TEMPLATE";
const files = {
  "vendor.github-workflows": [".github/workflows/ci.yml", ".github/workflows/release.yml"],
  "vendor.github-issue-forms": [`${forms}/bug.yml`, `${forms}/feature.yml`],
  "vendor.github-issue-config": [`${forms}/config.yml`],
};

const program = await checkJsonschema();
for (const [schema, paths] of Object.entries(files)) {
  await run(program, ["--builtin-schema", schema, ...paths]).catch(({ message }) => {
    console.error(message);
    process.exitCode = 1;
  });
}
