// Loads a TypeScript module of the project fast.
import { createRequire } from "node:module";
import { sep } from "node:path";
import { bundleOf } from "./bundle.cjs";
import { keepCompiled } from "./compile-cache.cjs";

const require = createRequire(import.meta.url);

/** What a module exports. A project that does not compile ends the process, which says where it does not. */
export async function load(entry, root) {
  const bundle = await bundleOf(entry, root).catch(refuse);
  const isKept = (path) => path === bundle || path.includes(`${sep}node_modules${sep}`);
  const leaveToNode = keepCompiled(bundle.replace(/\.[^.]+\.cjs$/, ".compiled"), isKept);
  process.once("uncaughtExceptionMonitor", () => {
    leaveToNode();
    showLinesOf(bundle);
  });
  require("./lazy-modules.cjs");
  require.extensions[".ts"] = readTypeScript;
  return require(bundle);
}

/** Node shows the lines of an error as they were written where it has compiled the module itself. */
function showLinesOf(bundle) {
  process.setSourceMapsEnabled(true);
  delete require.cache[bundle];
  require(bundle);
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
