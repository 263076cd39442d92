// Makes this process able to load TypeScript. The libraries come first: the hook of tsx would look at each
// of their thousand files.
require("./lazy-typescript.cjs");
for (const library of [
  "@pulumi/pulumi",
  "@pulumi/aws",
  "@pulumi/random",
  "@pulumi/policy/server",
  "commander",
  "yaml",
  "zod",
]) {
  require(library);
}
require("tsx/cjs");
