// Parts of Pulumi's libraries that load with them though a preview rarely asks for any: the compiler and what
// reads packages, for dynamic providers alone, gRPC, telemetry, the automation API, every service of AWS, every
// group of Kubernetes. Here each is loaded when something first asks for a part of it.
const { existsSync, readdirSync } = require("node:fs");
const Module = require("node:module");
const { dirname, join } = require("node:path");

const fromPulumi = Module.createRequire(require.resolve("@pulumi/pulumi"));

rarelyUsed().forEach(loadLate);
partsOf("@pulumi/aws").forEach(loadLate);
partsOf("@pulumi/kubernetes").forEach(loadLate);

/** Puts something in a module's place that loads it when a part of it is asked for. */
function loadLate(path) {
  const late = new Module(path, module);
  let loaded;
  const load = () => {
    if (require.cache[path] === late) delete require.cache[path];
    return (loaded ??= require(path));
  };
  late.filename = path;
  late.loaded = true;
  late.exports = new Proxy(() => undefined, {
    // Says of itself what keeps an importer from copying every part.
    get: (_, name) => name === "__esModule" || load()[name],
    apply: (_, self, args) => load().apply(self, args),
  });
  require.cache[path] = late;
}

function rarelyUsed() {
  const proto = join(dirname(fromPulumi.resolve("@pulumi/pulumi")), "proto");
  return [
    require.resolve("typescript"),
    ...["@npmcli/arborist", "normalize-package-data", "semver"].map(fromPulumi.resolve),
    ...["@opentelemetry/api", "@grpc/grpc-js", "./automation"].map(fromPulumi.resolve),
    ...readdirSync(proto)
      .filter((name) => name.endsWith("_grpc_pb.js"))
      .map((name) => join(proto, name)),
  ];
}

function partsOf(library) {
  const directory = dirname(require.resolve(library));
  const shared = ["config", "types"];
  return readdirSync(directory)
    .filter((name) => !shared.includes(name))
    .map((name) => join(directory, name, "index.js"))
    .filter((path) => existsSync(path));
}
