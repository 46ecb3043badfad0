// What `engines.js` calls. Scripts of WebDriver import modules afresh in Firefox; a page has each of them once.

globalThis.callModule = async (module, name, args) => (await import(module))[name](...args);
