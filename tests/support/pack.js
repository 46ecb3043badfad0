import { join } from "node:path";
import { root } from "../../scripts/lib/run.js";
import { exec } from "./process.js";

/** Packs `dist/` into a folder, as npm would publish it. Returns the path of the tarball. */
export async function pack(folder) {
  const [{ filename }] = JSON.parse(await exec(["npm", "pack", "--json", "--pack-destination", folder], { cwd: root }));
  return join(folder, filename);
}
