// Installs the engines that launchers embed, in exactly these versions: in the cache folder of the tools, except Debian
// packages.

import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { printStep, run } from "./run.js";
import { cacheFolder, debianLibraries, debianPackages, gtkBindings, pythonPackages, xvfb } from "./tools.js";

/** An engine that does not exist for this machine. Its tests are skipped. */
export class NotForThisMachine extends Error {}

/** The binaries are for x86-64 only. */
function needsX64(name) {
  const { platform, arch } = process;
  if (platform !== "linux" || arch !== "x64")
    throw new NotForThisMachine(`${name} exists for Linux on x86-64 only, and this is ${platform} on ${arch}`);
}

/** The npm packages that contain headless Chromiums, each with the version of its Chromium and its pinned integrity. */
const chromiums = {
  64: [
    ...["64.0.3264.0", "chrome-aws-lambda@64.0.3264"],
    "sha512-3XpUhpg5Qlbq8V/Pk5gzfSqcq3wSlfT1N98yzDY8a+PrrROx9XUCntkg4W1ZmisqLsWhmRLZQrKtDjTRBttwig==",
  ],
  67: [
    ...["67.0.3372.0", "chrome-aws-lambda@67.0.3372"],
    "sha512-JGB/vPO64wwEBLBRGkZUa9uoJ7sZ/y0wB9/ZAlDS7fYtEOAJUVx7WzcU3hIhfCP4RSBcggS6vbSyx1u+Sgt5+w==",
  ],
  92: [
    ...["92.0.4512.0", "chrome-aws-lambda@10.1.0"],
    "sha512-NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw==",
  ],
  102: [
    ...["102.0.5002.0", "@sparticuz/chrome-aws-lambda@14.0.0"],
    "sha512-wV+gaKsLCV9abG1BFfuqQbptdxok6xMP5qFZJ+xZhOwWsVNL27Wgow/ad+Pfwc9GAbMZk7C/66Strw4q3K6AzA==",
  ],
};

/** Installs a headless Chromium from npm. Returns its program, and the version that it has to report. */
export async function oldChromium(major) {
  const [version, spec, integrity] = chromiums[major];
  needsX64(`Chromium ${major}`);
  const libraries = { "libnss3.so": "libnss3", "libnspr4.so": "libnspr4", "libexpat.so.1": "libexpat1" };
  await debianLibraries(libraries, "old Chromiums link to them");
  const folder = join(cacheFolder, `chromium-${version}`);
  if (!existsSync(folder)) {
    printStep(`Downloading ${spec} from npm, because launchers embed Chromium ${major} or older: 32 to 55 MB, once`);
    await mkdir(cacheFolder, { recursive: true });
    // The folder appears when it is complete, so that an interrupted installation does not count as one.
    const draft = await mkdtemp(`${folder}-draft-`);
    try {
      const args = ["pack", spec, "--json", "--ignore-scripts", "--pack-destination", draft];
      const [packed] = JSON.parse(await run("npm", args, { stdio: ["ignore", "pipe", "inherit"] }));
      if (packed.integrity !== integrity)
        throw new Error(`${spec} has changed: its integrity is now ${packed.integrity}`);
      const [tarball] = await readdir(draft);
      await run("tar", ["-xzf", tarball, "package/bin/chromium.br"], { cwd: draft });
      const compressed = await readFile(join(draft, "package/bin/chromium.br"));
      await writeFile(join(draft, "chromium"), await promisify(brotliDecompress)(compressed), { mode: 0o755 });
      for (const name of [tarball, "package"]) await rm(join(draft, name), { recursive: true });
      await rename(draft, folder);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }
  return { program: join(folder, "chromium"), version };
}

/** Versions of Qt: the beginning of their Chromium's version, the download's size, and the wheels, which include Qt. */
const qts = {
  5.12: ["69.0.3497.128", "130 MB", "PyQt5==5.12.3 PyQtWebEngine==5.12.1 PyQt5-sip==12.17.0"],
  5.15: ["83.0.4103.122", "130 MB", "PyQt5==5.15.2 PyQtWebEngine==5.15.2 PyQt5-sip==12.17.0"],
  "5.15.19": [
    ...["87.", "140 MB"],
    "PyQt5==5.15.11 PyQt5-Qt5==5.15.19 PyQtWebEngine==5.15.7 PyQtWebEngine-Qt5==5.15.19 PyQt5-sip==12.17.0",
  ],
  6.11: [
    ...["140.", "210 MB"],
    "PyQt6==6.11.0 PyQt6-Qt6==6.11.2 PyQt6-WebEngine==6.11.0 PyQt6-WebEngine-Qt6==6.11.2 PyQt6_sip==13.13.0",
  ],
  6.12: [
    ...["140.", "260 MB"],
    "PySide6==6.12.0 PySide6_Essentials==6.12.0 PySide6_Addons==6.12.0 PySide6_WebEngine==6.12.0.140 shiboken6==6.12.0",
  ],
};

/** The Python packages of a release, each with its version. */
export const qtPackages = (release) => qts[release][2].split(" ");

/** What QtWebEngine links to: each library, and the Debian package that has it. */
const qtLibraries = `
  libGL.so.1 libgl1, libEGL.so.1 libegl1, libasound.so.2 libasound2, libdbus-1.so.3 libdbus-1-3,
  libfontconfig.so.1 libfontconfig1, libgbm.so.1 libgbm1, libglib-2.0.so.0 libglib2.0-0,
  libgssapi_krb5.so.2 libgssapi-krb5-2, libnss3.so libnss3, libX11-xcb.so.1 libx11-xcb1,
  libXcomposite.so.1 libxcomposite1, libXcursor.so.1 libxcursor1, libXdamage.so.1 libxdamage1, libXi.so.6 libxi6,
  libXrandr.so.2 libxrandr2, libXtst.so.6 libxtst6, libxcb-cursor.so.0 libxcb-cursor0, libxcb-glx.so.0 libxcb-glx0,
  libxcb-icccm.so.4 libxcb-icccm4, libxcb-image.so.0 libxcb-image0, libxcb-keysyms.so.1 libxcb-keysyms1,
  libxcb-randr.so.0 libxcb-randr0, libxcb-render.so.0 libxcb-render0, libxcb-render-util.so.0 libxcb-render-util0,
  libxcb-shape.so.0 libxcb-shape0, libxcb-shm.so.0 libxcb-shm0, libxcb-sync.so.1 libxcb-sync1,
  libxcb-xfixes.so.0 libxcb-xfixes0, libxcb-xinerama.so.0 libxcb-xinerama0, libxcb-xkb.so.1 libxcb-xkb1,
  libxkbfile.so.1 libxkbfile1, libxkbcommon-x11.so.0 libxkbcommon-x11-0`;

/** Installs QtWebEngine with its Python bindings. Returns their Python, and the version of Chromium. */
export async function qt(release) {
  const [version, download] = qts[release];
  needsX64(`QtWebEngine ${release}`);
  await debianPackages(xvfb, "QtWebEngine needs a screen");
  const libraries = qtLibraries.split(",").map((pair) => pair.trim().split(" "));
  await debianLibraries(Object.fromEntries(libraries), "QtWebEngine links to them");
  const why = `launchers embed Qt ${release}, which is Chromium ${parseInt(version, 10)}: ${download}, once`;
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
  const pins = [`pywebview==${version}`, ...others.split(" ")];
  // proxy_tools has no wheel.
  const args = ["--no-deps", "--no-binary", "proxy_tools"];
  const why = "launchers in Python show their pages with it";
  const programs = await pythonPackages(`pywebview-${version}`, pins, why, args);
  const [library] = await readdir(join(programs, "../lib"));
  return { version, pins, packages: join(programs, "../lib", library, "site-packages") };
}

/** Installs WebKitGTK with its Python bindings, which run in Debian's Python only. Returns that Python. */
export async function webkitGtk() {
  await debianPackages(xvfb, "WebKitGTK needs a screen");
  const why = "launchers also embed WebKitGTK: about 120 MB, once";
  return { python: await gtkBindings({ Gtk: "3.0", WebKit2: "4.1" }, why) };
}

/** Installs WPE WebKit with its driver. Returns both programs, and the version, that of Debian 12. */
export async function wpe() {
  const why = "launchers also embed WebKit, and WPE WebKit 2.38 is as old as Safari 16.0: about 110 MB, once";
  await debianPackages({ WPEWebDriver: "wpewebkit-driver", cog: "cog" }, why);
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
