// The code blocks of the README and of docs/ that tests run.

import { readFile } from "node:fs/promises";
import { filesInGit } from "../../scripts/lib/run.js";
import { projectId as exampleProject } from "./projects.js";

const xsollaLogin = "https://login.xsolla.com";

/** The code blocks in Markdown that have a file name, by that name. */
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

/** A snippet changed to call the local Login server, for one of its projects. */
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
