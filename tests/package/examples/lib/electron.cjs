// A mock of `electron`, with the parts that the example uses. Values that cross a process boundary are copied by the
// structured clone algorithm, as in Electron, so that values which cannot be copied fail here too.

const { EventEmitter } = require("node:events");

const handlers = new Map();
const windows = [];
const bridges = {};
/**
 * Set by the test: the `fetch` of the main process, the URL of the page that sends, whether another launcher runs, and
 * the promise of `app.whenReady`.
 */
const host = { fetch: undefined, senderUrl: undefined, isRunning: false, ready: Promise.resolve() };

const app = Object.assign(new EventEmitter(), {
  /** The scheme, and the program that opens its links. */
  protocolClients: [],
  hasQuit: false,
  whenReady: () => host.ready,
  requestSingleInstanceLock: () => !host.isRunning,
  setAsDefaultProtocolClient: (...client) => app.protocolClients.push(client),
  quit: () => Object.assign(app, { hasQuit: true }),
});

/** What the main process sends to the page, and the other way. */
const toPage = new EventEmitter();
const ipcMain = Object.assign(new EventEmitter(), {
  handle: (channel, handler) => handlers.set(channel, handler),
});

class BrowserWindow {
  /** What was done to show the window. */
  shown = [];
  minimised = false;
  webContents = {
    setWindowOpenHandler() {},
    on() {},
    send: (channel, ...args) => toPage.emit(channel, {}, ...structuredClone(args)),
  };
  constructor({ webPreferences }) {
    this.webPreferences = webPreferences;
    windows.push(this);
  }
  loadFile = async (path) => Object.assign(this, { file: path });
  isMinimized = () => this.minimised;
  restore() {
    this.shown.push("restore");
    this.minimised = false;
  }
  show = () => this.shown.push("show");
  focus = () => this.shown.push("focus");
}

const ipcRenderer = {
  on: (channel, listener) => toPage.on(channel, listener),
  send(channel, ...args) {
    const { webContents } = windows.at(-1);
    ipcMain.emit(channel, { sender: webContents, senderFrame: { url: host.senderUrl } }, ...structuredClone(args));
  },
  async invoke(channel, ...args) {
    const event = { senderFrame: { url: host.senderUrl } };
    return structuredClone(await handlers.get(channel)(event, ...structuredClone(args)));
  },
};

const contextBridge = { exposeInMainWorld: (name, value) => Object.assign(bridges, { [name]: value }) };

const net = { fetch: (...args) => host.fetch(...args) };

/** Forgets everything, as if no launcher had run. */
function reset() {
  for (const emitter of [app, ipcMain, toPage]) emitter.removeAllListeners();
  handlers.clear();
  windows.length = 0;
  Object.assign(app, { protocolClients: [], hasQuit: false });
  Object.assign(host, { isRunning: false, ready: Promise.resolve() });
  delete bridges.launcher;
}

const mock = { app, windows, bridges, host, reset };
module.exports = { app, BrowserWindow, ipcMain, ipcRenderer, contextBridge, net, mock };
