// The function that `browsers.js` calls. A page has each module once; scripts of WebDriver would import modules again in Firefox.

globalThis.callModule = async (module, name, args) => (await import(module))[name](...args);
