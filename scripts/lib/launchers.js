// Installs the engines that launchers embed, in exactly these versions: in the cache folder of the tools, except Debian
// packages.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { printStep, run } from "./run.js";
import { aptInstall, cacheFolder, debianPackages, missingLibraries, pythonPackages } from "./tools.js";

/** An engine that does not exist for this machine. Its tests are skipped. */
export class NotForThisMachine extends Error {}

const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;

/** The binaries are for x86-64 only. */
function needsX64(name) {
  if (process.platform === "linux" && process.arch === "x64") return;
  throw new NotForThisMachine(
    `${name} exists for Linux on x86-64 only, and this is ${process.platform} on ${process.arch}`,
  );
}

/** The npm packages that contain headless Chromiums. npm verifies each package against the registry; this list pins it. */
const chromiums = {
  64: {
    spec: "chrome-aws-lambda@64.0.3264",
    integrity: "sha512-3XpUhpg5Qlbq8V/Pk5gzfSqcq3wSlfT1N98yzDY8a+PrrROx9XUCntkg4W1ZmisqLsWhmRLZQrKtDjTRBttwig==",
    version: "64.0.3264.0",
  },
  67: {
    spec: "chrome-aws-lambda@67.0.3372",
    integrity: "sha512-JGB/vPO64wwEBLBRGkZUa9uoJ7sZ/y0wB9/ZAlDS7fYtEOAJUVx7WzcU3hIhfCP4RSBcggS6vbSyx1u+Sgt5+w==",
    version: "67.0.3372.0",
  },
  92: {
    spec: "chrome-aws-lambda@10.1.0",
    integrity: "sha512-NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw==",
    version: "92.0.4512.0",
  },
  102: {
    spec: "@sparticuz/chrome-aws-lambda@14.0.0",
    integrity: "sha512-wV+gaKsLCV9abG1BFfuqQbptdxok6xMP5qFZJ+xZhOwWsVNL27Wgow/ad+Pfwc9GAbMZk7C/66Strw4q3K6AzA==",
    version: "102.0.5002.0",
  },
};

/** Installs a headless Chromium from npm. Returns its program, and the version that it has to report. */
export async function oldChromium(major) {
  const { spec, integrity, version } = chromiums[major];
  needsX64(`Chromium ${major}`);
  await libraries(
    { "libnss3.so": "libnss3", "libnspr4.so": "libnspr4", "libexpat.so.1": "libexpat1" },
    "old Chromiums link to them",
  );
  const folder = join(cacheFolder, `chromium-${version}`);
  const program = join(folder, "chromium");
  if (!existsSync(program)) {
    printStep(`Downloading ${spec} from npm, because launchers embed Chromium ${major} or older: 32 to 55 MB, once`);
    await inNewFolder(folder, async (draft) => {
      const args = ["pack", spec, "--json", "--ignore-scripts", "--pack-destination", draft];
      const [packed] = JSON.parse(
        execFileSync("npm", args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }),
      );
      if (packed.integrity !== integrity)
        throw new Error(`${spec} has changed: its integrity is now ${packed.integrity}`);
      const tarball = join(draft, packed.filename.replace(/^@/, "").replace("/", "-"));
      await run("tar", ["-xzf", tarball, "-C", draft, "package/bin/chromium.br"]);
      const compressed = await readFile(join(draft, "package/bin/chromium.br"));
      await writeFile(join(draft, "chromium"), await promisify(brotliDecompress)(compressed), { mode: 0o755 });
      await rm(tarball);
      await rm(join(draft, "package"), { recursive: true });
    });
    console.log(`${megabytes(statSync(program).size)} in ${folder}`);
  }
  return { program, version };
}

/** Versions of Qt with their Chromium. The wheels include Qt; those of Qt 6 need Python 3.10. */
const sip = "PyQt5-sip==12.17.0";
const qts = {
  5.12: {
    packages: ["PyQt5==5.12.3", "PyQtWebEngine==5.12.1", sip],
    version: "69.0.3497.128",
    download: "130 MB",
  },
  5.15: {
    packages: ["PyQt5==5.15.2", "PyQtWebEngine==5.15.2", sip],
    version: "83.0.4103.122",
    download: "130 MB",
  },
  "5.15.19": {
    packages: ["PyQt5==5.15.11", "PyQt5-Qt5==5.15.19", "PyQtWebEngine==5.15.7", "PyQtWebEngine-Qt5==5.15.19", sip],
    version: "87.",
    download: "140 MB",
  },
  6.11: {
    packages: [
      "PyQt6==6.11.0",
      "PyQt6-Qt6==6.11.2",
      "PyQt6-WebEngine==6.11.0",
      "PyQt6-WebEngine-Qt6==6.11.2",
      "PyQt6_sip==13.13.0",
    ],
    version: "140.",
    download: "210 MB",
  },
  6.12: {
    packages: [
      "PySide6==6.12.0",
      "PySide6_Essentials==6.12.0",
      "PySide6_Addons==6.12.0",
      "PySide6_WebEngine==6.12.0.140",
      "shiboken6==6.12.0",
    ],
    version: "140.",
    download: "260 MB",
  },
};

/** The Python packages of a release, each with its version. */
export const qtPackages = (release) => qts[release].packages;

/** Installs QtWebEngine with its Python bindings. Returns their Python, and the version of Chromium. */
export async function qt(release) {
  const { packages, version, download } = qts[release];
  needsX64(`QtWebEngine ${release}`);
  await debianPackages({ "xvfb-run": "xvfb", xauth: "xauth" }, "QtWebEngine needs a screen");
  await libraries(qtLibraries, "QtWebEngine links to them");
  const why = `launchers embed Qt ${release}, which is Chromium ${parseInt(version, 10)}: ${download}, once`;
  const programs = await pythonPackages(`qt-${release}`, packages, why, ["--no-deps"]);
  return { python: join(programs, "python"), version };
}

const qtLibraries = {
  "libGL.so.1": "libgl1",
  "libEGL.so.1": "libegl1",
  "libasound.so.2": "libasound2",
  "libdbus-1.so.3": "libdbus-1-3",
  "libfontconfig.so.1": "libfontconfig1",
  "libgbm.so.1": "libgbm1",
  "libglib-2.0.so.0": "libglib2.0-0",
  "libgssapi_krb5.so.2": "libgssapi-krb5-2",
  "libnss3.so": "libnss3",
  "libX11-xcb.so.1": "libx11-xcb1",
  "libXcomposite.so.1": "libxcomposite1",
  "libXcursor.so.1": "libxcursor1",
  "libXdamage.so.1": "libxdamage1",
  "libXi.so.6": "libxi6",
  "libXrandr.so.2": "libxrandr2",
  "libXtst.so.6": "libxtst6",
  "libxcb-cursor.so.0": "libxcb-cursor0",
  "libxcb-glx.so.0": "libxcb-glx0",
  "libxcb-icccm.so.4": "libxcb-icccm4",
  "libxcb-image.so.0": "libxcb-image0",
  "libxcb-keysyms.so.1": "libxcb-keysyms1",
  "libxcb-randr.so.0": "libxcb-randr0",
  "libxcb-render.so.0": "libxcb-render0",
  "libxcb-render-util.so.0": "libxcb-render-util0",
  "libxcb-shape.so.0": "libxcb-shape0",
  "libxcb-shm.so.0": "libxcb-shm0",
  "libxcb-sync.so.1": "libxcb-sync1",
  "libxcb-xfixes.so.0": "libxcb-xfixes0",
  "libxcb-xinerama.so.0": "libxcb-xinerama0",
  "libxcb-xkb.so.1": "libxcb-xkb1",
  "libxkbfile.so.1": "libxkbfile1",
  "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
};

/**
 * Installs pywebview and QtPy, without an engine. Returns pywebview's version, the packages with their versions, and their
 * folder: they run in any Python.
 */
export async function pywebview() {
  const version = "6.2.1";
  const pins = [
    `pywebview==${version}`,
    "QtPy==2.4.3",
    "packaging==26.4",
    "bottle==0.13.4",
    "proxy_tools==0.1.0",
    "typing_extensions==4.16.0",
  ];
  const why = "launchers in Python show their pages with it";
  // proxy_tools has no wheel.
  const args = ["--no-deps", "--no-binary", "proxy_tools"];
  const programs = await pythonPackages(`pywebview-${version}`, pins, why, args);
  const [library] = await readdir(join(programs, "../lib"));
  return { version, pins, packages: join(programs, "../lib", library, "site-packages") };
}

/** Installs WebKitGTK with its Python bindings, which run in Debian's Python only. Returns that Python. */
export async function webkitGtk() {
  const python = "/usr/bin/python3";
  await debianPackages({ "xvfb-run": "xvfb", xauth: "xauth" }, "WebKitGTK needs a screen");
  const bindings = "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1')";
  if (spawnSync(python, ["-c", bindings]).status !== 0) {
    await aptInstall(
      ["WebKitGTK's Python bindings"],
      ["python3-gi", "gir1.2-gtk-3.0", "gir1.2-webkit2-4.1"],
      "launchers also embed WebKitGTK: about 120 MB, once",
    );
  }
  return { python };
}

/** Installs WPE WebKit with its driver. Returns both programs, and the version, that of Debian 12. */
export async function wpe() {
  await debianPackages(
    { WPEWebDriver: "wpewebkit-driver", cog: "cog" },
    "launchers also embed WebKit, and WPE WebKit 2.38 is as old as Safari 16.0: about 110 MB, once",
  );
  return { driver: "WPEWebDriver", browser: "cog", version: "2.38" };
}

/** Installs the Debian packages of missing libraries. `packageOf` maps libraries to packages. */
async function libraries(packageOf, why) {
  const missing = missingLibraries(Object.keys(packageOf));
  if (missing.length > 0)
    await aptInstall(
      missing,
      missing.map((library) => packageOf[library]),
      why,
    );
}

/** Fills a folder completely or not at all, so that an interrupted installation does not count as one. */
async function inNewFolder(folder, fill) {
  await mkdir(cacheFolder, { recursive: true });
  const draft = await mkdtemp(`${folder}-draft-`);
  try {
    await fill(draft);
    await rename(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Installs all of them, except those that do not exist for this machine. */
export async function launcherEngines() {
  const installs = [
    ...Object.keys(chromiums).map((major) => () => oldChromium(major)),
    ...["5.12", "5.15", "6.11", "6.12"].map((release) => () => qt(release)),
    wpe,
    pywebview,
    webkitGtk,
  ];
  for (const install of installs) {
    await install().catch((error) => {
      if (!(error instanceof NotForThisMachine)) throw error;
    });
  }
}
