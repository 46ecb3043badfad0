// Installs the engines that launchers embed, in exactly these versions: in the cache folder of the tools, except Debian
// packages.

import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { printStep, run } from "./run.js";
import { cacheFolder, debianPackages, pythonPackages } from "./tools.js";

/** An engine that does not exist for this machine. Its tests are skipped. */
export class NotForThisMachine extends Error {}

/** The binaries are for x86-64 only. */
function needsX64(name) {
  const { platform, arch } = process;
  if (platform !== "linux" || arch !== "x64")
    throw new NotForThisMachine(`${name} exists for Linux on x86-64 only, and this is ${platform} on ${arch}`);
}

/** The npm packages that contain headless Chromiums: the version of the Chromium, the package, and its pinned integrity. */
const chromiums = {
  64: `64.0.3264.0 chrome-aws-lambda@64.0.3264
    sha512-3XpUhpg5Qlbq8V/Pk5gzfSqcq3wSlfT1N98yzDY8a+PrrROx9XUCntkg4W1ZmisqLsWhmRLZQrKtDjTRBttwig==`,
  67: `67.0.3372.0 chrome-aws-lambda@67.0.3372
    sha512-JGB/vPO64wwEBLBRGkZUa9uoJ7sZ/y0wB9/ZAlDS7fYtEOAJUVx7WzcU3hIhfCP4RSBcggS6vbSyx1u+Sgt5+w==`,
  92: `92.0.4512.0 chrome-aws-lambda@10.1.0
    sha512-NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw==`,
  102: `102.0.5002.0 @sparticuz/chrome-aws-lambda@14.0.0
    sha512-wV+gaKsLCV9abG1BFfuqQbptdxok6xMP5qFZJ+xZhOwWsVNL27Wgow/ad+Pfwc9GAbMZk7C/66Strw4q3K6AzA==`,
};

/** Installs a headless Chromium from npm. Returns its program, and the version that it has to report. */
export async function oldChromium(major) {
  const [version, spec, integrity] = chromiums[major].split(/\s+/);
  needsX64(`Chromium ${major}`);
  await debianPackages("launchers");
  const cwd = join(cacheFolder, `chromium-${version}`);
  const program = join(cwd, "chromium");
  if (!existsSync(program)) {
    printStep(`Downloading ${spec} from npm, because launchers embed Chromium ${major} or older: 32 to 55 MB, once`);
    await mkdir(cwd, { recursive: true });
    const packing = run("npm", ["pack", spec, "--json", "--ignore-scripts"], {
      cwd,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [tarball] = JSON.parse(await packing);
    if (tarball.integrity !== integrity)
      throw new Error(`${spec} has changed: its integrity is now ${tarball.integrity}`);
    await run("tar", ["-xzf", tarball.filename, "--strip-components=2", "package/bin/chromium.br"], { cwd });
    // The program appears when it is complete, so that an interrupted installation does not count as one.
    await writeFile(`${program}-draft`, brotliDecompressSync(await readFile(`${program}.br`)), { mode: 0o755 });
    await rename(`${program}-draft`, program);
    for (const name of [tarball.filename, "chromium.br"]) await rm(join(cwd, name));
  }
  return { program, version };
}

/** Versions of Qt: the beginning of their Chromium's version, the download's size, and the wheels, which include Qt. */
const qts = {
  5.12: "69.0.3497.128 130 PyQt5==5.12.3 PyQtWebEngine==5.12.1 PyQt5-sip==12.17.0",
  5.15: "83.0.4103.122 130 PyQt5==5.15.2 PyQtWebEngine==5.15.2 PyQt5-sip==12.17.0",
  "5.15.19": `87. 140 PyQt5==5.15.11 PyQt5-Qt5==5.15.19 PyQtWebEngine==5.15.7 PyQtWebEngine-Qt5==5.15.19
    PyQt5-sip==12.17.0`,
  6.11: `140. 210 PyQt6==6.11.0 PyQt6-Qt6==6.11.2 PyQt6-WebEngine==6.11.0 PyQt6-WebEngine-Qt6==6.11.2
    PyQt6_sip==13.13.0`,
  6.12: `140. 260 PySide6==6.12.0 PySide6_Essentials==6.12.0 PySide6_Addons==6.12.0 PySide6_WebEngine==6.12.0.140
    shiboken6==6.12.0`,
};

/** The Python packages of a release, each with its version. */
export const qtPackages = (release) => qts[release].split(/\s+/).slice(2);

/** Installs QtWebEngine with its Python bindings. Returns their Python, and the version of Chromium. */
export async function qt(release) {
  const [version, size] = qts[release].split(" ");
  needsX64(`QtWebEngine ${release}`);
  await debianPackages("launchers");
  const why = `launchers embed Qt ${release}, which is Chromium ${parseInt(version, 10)}: ${size} MB, once`;
  const programs = await pythonPackages(`qt-${release}`, qtPackages(release), why, ["--no-deps"]);
  return { python: join(programs, "python"), version };
}

/**
 * Installs pywebview and QtPy, without an engine. Returns pywebview's version, the packages with their versions, and their
 * folder: they run in any Python.
 */
export async function pywebview() {
  const version = "6.2.1";
  const others = "QtPy==2.4.3 packaging==26.4 bottle==0.13.4 proxy_tools==0.1.0 typing_extensions==4.16.0";
  const pins = `pywebview==${version} ${others}`.split(" ");
  // proxy_tools has no wheel.
  const args = ["--no-deps", "--no-binary", "proxy_tools"];
  const why = "launchers in Python show their pages with it";
  const programs = await pythonPackages(`pywebview-${version}`, pins, why, args);
  const [library] = await readdir(join(programs, "../lib"));
  return { version, pins, packages: join(programs, "../lib", library, "site-packages") };
}

/** Installs WebKitGTK with its driver and its Python bindings, which run in Debian's Python only. Returns that Python. */
export async function webkitGtk() {
  await debianPackages("launchers");
  await debianPackages("webkit");
  return { python: "/usr/bin/python3" };
}

/** Installs WPE WebKit with its driver. Returns both programs, and the version, that of Debian 12. */
export async function wpe() {
  await debianPackages("launchers");
  return { driver: "WPEWebDriver", browser: "cog", version: "2.38" };
}

/** Installs all of them, except those that do not exist for this machine. */
export async function launcherEngines() {
  const installs = [
    ...Object.keys(chromiums).map((major) => () => oldChromium(major)),
    ...["5.12", "5.15", "6.11", "6.12"].map((release) => () => qt(release)),
    ...[wpe, pywebview, webkitGtk],
  ];
  for (const install of installs)
    await install().catch((error) => {
      if (!(error instanceof NotForThisMachine)) throw error;
    });
}
