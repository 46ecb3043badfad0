// The snippets of docs/guides, which are what the fixtures run.

import { readFile, readdir } from "node:fs/promises";

const folder = new URL("../../../docs/guides/", import.meta.url);
const exampleProject = "11111111-1111-4111-8111-111111111111";
const xsollaLogin = "https://login.xsolla.com";

/** Every snippet that has a file's name, by that name. */
export async function readSnippets() {
  const snippets = new Map();
  for (const guide of (await readdir(folder)).filter((name) => name.endsWith(".md"))) {
    const text = await readFile(new URL(guide, folder), "utf8");
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
