// Parts of Pulumi's libraries that load with them though a preview rarely asks for any: the TypeScript
// compiler and npm's tree of packages, for dynamic providers alone, every service of AWS, every group of
// Kubernetes. Here each is loaded when something first asks for a part of it, which halves the loading time.
const { existsSync, readdirSync } = require("node:fs");
const Module = require("node:module");
const { dirname, join } = require("node:path");

const fromPulumi = Module.createRequire(require.resolve("@pulumi/pulumi"));

loadLate(require.resolve("typescript"));
loadLate(fromPulumi.resolve("@npmcli/arborist"));
partsOf("@pulumi/aws").forEach(loadLate);
partsOf("@pulumi/kubernetes").forEach(loadLate);

/** Puts something in a module's place that loads it when a part of it is asked for. */
function loadLate(path) {
  const late = new Module(path, module);
  let loaded;
  late.filename = path;
  late.loaded = true;
  late.exports = new Proxy(
    {},
    {
      get(_, name) {
        // Says of itself what keeps an importer from copying every part.
        if (name === "__esModule") return true;
        if (loaded === undefined) {
          delete require.cache[path];
          loaded = require(path);
        }
        return loaded[name];
      },
    },
  );
  require.cache[path] = late;
}

function partsOf(library) {
  const directory = dirname(require.resolve(library));
  const shared = ["config", "types"];
  return readdirSync(directory)
    .filter((name) => !shared.includes(name))
    .map((name) => join(directory, name, "index.js"))
    .filter((path) => existsSync(path));
}
