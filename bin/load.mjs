// Loads a TypeScript module of the project fast.
import Module, { createRequire } from "node:module";
import { bundleOf } from "./bundle.cjs";

const require = createRequire(import.meta.url);

/** What a module exports. A project that does not compile ends the process, which says where it does not. */
export async function load(entry, root) {
  const bundle = await bundleOf(entry, root).catch(refuse);
  Module.enableCompileCache?.();
  require("./lazy-modules.cjs");
  require.extensions[".ts"] = readTypeScript;
  process.setSourceMapsEnabled(true);
  const exported = require(bundle);
  leaveOutMapsOfLibraries();
  return exported;
}

/** Node would read a map for each of their thousand files. An error that nobody caught still shows its lines in TypeScript. */
function leaveOutMapsOfLibraries() {
  process.setSourceMapsEnabled(false);
  process.once("uncaughtExceptionMonitor", () => {
    process.setSourceMapsEnabled(true);
  });
}

/** A program that is not in the bundle needs tsx, which takes over when the first one loads. */
function readTypeScript(module, path) {
  require("tsx/cjs/api").register();
  require.extensions[".ts"](module, path);
}

function refuse({ errors, ...error }) {
  if (errors === undefined) throw error;
  process.stderr.write("The project does not compile:\n\n");
  for (const { text, location } of errors) {
    const { file, line, column } = location ?? {};
    process.stderr.write(`  ${file}:${line}:${column + 1}  ${text}\n`);
  }
  process.exit(2);
}
