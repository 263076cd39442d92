// The Pulumi SDK loads the TypeScript compiler with itself, for dynamic providers alone. Here it is loaded
// when something first asks for a part of it: a third of the SDK's loading time.
const Module = require("node:module");

const path = require.resolve("typescript");
const lazy = new Module(path, module);
let compiler;

lazy.filename = path;
lazy.loaded = true;
lazy.exports = new Proxy(
  {},
  {
    get(_, name) {
      // Says of itself what keeps an importer from copying every part.
      if (name === "__esModule") return true;
      if (compiler === undefined) {
        delete require.cache[path];
        compiler = require(path);
      }
      return compiler[name];
    },
  },
);
require.cache[path] = lazy;
