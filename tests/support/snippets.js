// The snippets of the README and of docs/, which are what the tests run.

import { readFile } from "node:fs/promises";
import { filesInGit } from "../../scripts/lib/links.js";

const exampleProject = "11111111-1111-4111-8111-111111111111";
const xsollaLogin = "https://login.xsolla.com";

/** Every snippet in Markdown that has a file's name, by that name. */
export async function readSnippets() {
  const snippets = new Map();
  for (const file of filesInGit(".md")) {
    const text = await readFile(file, "utf8");
    for (const [, name, code] of text.matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms)) {
      if (snippets.has(name)) throw new Error(`Two snippets are called ${name}`);
      snippets.set(name, code);
    }
  }
  return snippets;
}

/** A snippet as it stands in the guide, but calling the local Login server, in a project of it. */
export function pointTo(code, { projectId, baseUrl }) {
  const ids = /projectId(?:: | = )"(?<id>[^"]+)"/g;
  return code
    .replace(ids, (text, id) => {
      if (id !== exampleProject) throw new Error(`A snippet names the project ${id}`);
      return text.replace(id, projectId);
    })
    .replace(/(requestPasswordReset\(\{\s*projectId)/g, `requestPasswordReset({ baseUrl: "${baseUrl}", projectId`)
    .replaceAll(xsollaLogin, new URL(baseUrl).origin);
}
