// Makes this process able to load TypeScript. Libraries come before tsx: its hook would look at each of
// their files. Where Node can, it keeps what it has compiled for the next run.
require("node:module").enableCompileCache?.();
for (const library of ["commander", "js-yaml", "zod"]) require(library);

const { register } = require("tsx/cjs/api");

let unregister = register();

/** Loads Pulumi's libraries, a thousand files, past the hook of tsx. */
exports.loadPulumi = () => {
  unregister();
  require("./lazy-modules.cjs");
  for (const library of [
    "@pulumi/pulumi",
    "@pulumi/aws",
    "@pulumi/kubernetes",
    "@pulumi/random",
    "@pulumi/policy/server",
  ]) {
    require(library);
  }
  unregister = register();
};
