// Preloaded into the program by Pulumi.yaml, before @pulumi/pulumi, so that a failing program says why at once.
//
// The SDK shows the error that ends a program with a coloured stack. Some versions of Node 20 and later
// (nodejs/node#64011) need a minute and gigabytes of memory to colour a frame such as
// `node_modules/@pulumi/resource.ts`: errors are shown without colours.
//
// The SDK also maps stacks through source-map-support, which misplaces lines of TypeScript that tsx has
// compiled. Node maps them by itself, and rightly.
"use strict";

const { createRequire } = require("node:module");
const util = require("node:util");

const inspect = util.inspect;
util.inspect = Object.assign(
  (value, options, ...rest) =>
    value instanceof Error && options?.colors
      ? inspect(value, { ...options, colors: false })
      : inspect(value, options, ...rest),
  inspect,
);

createRequire(require.resolve("@pulumi/pulumi"))("source-map-support").install = () => undefined;
