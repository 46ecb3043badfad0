// Finds broken links in Markdown and in generated HTML. External URLs are only parsed, not requested.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { root } from "./run.js";

/** The files with this ending that git tracks or would add. */
export function filesInGit(ending) {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", `*${ending}`];
  const names = execFileSync("git", args, { cwd: root, encoding: "utf8" }).split("\0").filter(Boolean);
  return names.map((name) => join(root, name)).filter(existsSync);
}

/** The broken links in Markdown files: a message for each. */
export function brokenInMarkdown(files) {
  return files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return linksInMarkdown(text).flatMap((link) => {
      const fault = faultOf(link, file, (path) =>
        path.endsWith(".md") ? anchorsInMarkdown(readFileSync(path, "utf8")) : undefined,
      );
      return fault ? [`${relative(root, file)}: ${link} ${fault}`] : [];
    });
  });
}

/** The broken links in the HTML files of a folder: a message for each. */
export function brokenInHtml(folder) {
  const pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  const anchors = new Map(
    pages.map((name) => [join(folder, name), anchorsInHtml(readFileSync(join(folder, name), "utf8"))]),
  );
  return [...anchors.keys()].flatMap((page) =>
    linksInHtml(readFileSync(page, "utf8")).flatMap((link) => {
      const fault = faultOf(link, page, (path) => anchors.get(path));
      return fault ? [`${relative(folder, page)}: ${link} ${fault}`] : [];
    }),
  );
}

/** The fault of a link in `file`, or `undefined`. `anchorsOf` returns the anchors of a file, `undefined` if unknown. */
function faultOf(link, file, anchorsOf) {
  if (/^[a-z][a-z+.-]*:/i.test(link)) return faultOfUrl(link);
  const [, path, anchor] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(link);
  let target = path ? resolve(dirname(file), decodeURIComponent(path)) : file;
  if (!existsSync(target)) return "does not exist";
  if (statSync(target).isDirectory() && file.endsWith(".html")) target = join(target, "index.html");
  // On the source pages of rustdoc, a script adds anchors for ranges of lines.
  const isLines = /^\d+(-\d+)?$/.test(anchor ?? "") && target.includes("/src/");
  const anchors = anchor && !isLines ? anchorsOf(target) : undefined;
  return anchors && !anchors.has(anchor) && !anchors.has(decodeURIComponent(anchor))
    ? "points to a missing anchor"
    : undefined;
}

function faultOfUrl(link) {
  if (/^(mailto|data|javascript):/.test(link)) return undefined;
  if (!URL.canParse(link)) return "is not a URL";
  const { protocol, hostname } = new URL(link);
  const isHere = ["localhost", "127.0.0.1"].includes(hostname);
  if (protocol !== "https:" && !isHere) return "is not https";
  return isHere || hostname.includes(".") ? undefined : "has no host";
}

const withoutCode = (text) => text.replace(/^(```+|~~~+).*?^\1\s*$/gms, "").replace(/(`+)[^`].*?\1/g, "");

export function linksInMarkdown(text) {
  const prose = withoutCode(text);
  const inline = [...prose.matchAll(/\]\(\s*<?([^\s)>]+)>?[^)]*\)/g)];
  const automatic = [...prose.matchAll(/<(https?:[^\s>]+)>/g)];
  const defined = [...prose.matchAll(/^\s*\[[^\]]+\]:\s*(\S+)/gm)];
  return [...inline, ...automatic, ...defined].map(([, link]) => link).concat(linksInHtml(prose));
}

function linksInHtml(text) {
  const unescaped = (value) => value.replaceAll("&amp;", "&").replaceAll("&#x27;", "'");
  const found = text.replaceAll(/<script\b[^>]*>.*?<\/script>/gs, (script) => /^<script[^>]*>/.exec(script)[0]);
  return [...found.matchAll(/\s(?:href|src|srcset)="([^"]+)"/g)].map(([, link]) => unescaped(link));
}

/** The anchors that GitHub generates for headings, and named ones. */
export function anchorsInMarkdown(text) {
  const anchors = anchorsInHtml(text);
  for (const [, heading] of text.replace(/^(```+).*?^\1\s*$/gms, "").matchAll(/^#{1,6}\s+(.*?)\s*#*$/gm)) {
    const plain = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/[`*]/g, "")
      .toLowerCase();
    const slug = plain.replace(/[^\p{L}\p{N}\p{M}_ -]/gu, "").replaceAll(" ", "-");
    let name = slug;
    for (let count = 1; anchors.has(name); count++) name = `${slug}-${count}`;
    anchors.add(name);
  }
  return anchors;
}

function anchorsInHtml(text) {
  return new Set([...text.matchAll(/\s(?:id|name)="([^"]+)"/g)].map(([, name]) => name));
}
