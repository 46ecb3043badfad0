import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Makes a folder that is deleted when this program ends, unless `KEEP` is set. It is outside of the project, so that
 * nothing is found in the project's `node_modules`.
 */
export async function makeTempDir() {
  const folder = await mkdtemp(join(tmpdir(), "xsolla-password-reset-"));
  process.once("exit", () => {
    if (process.env.KEEP) console.log(`Kept: ${folder}`);
    else rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}
