// Keeps what V8 compiled for the next run, with the functions that it compiles when they are first called. They take
// a third of a preview's time otherwise. Node has this of its own from version 22 on.
const { createHash } = require("node:crypto");
const { existsSync, readFileSync } = require("node:fs");
const Module = require("node:module");
const { dirname } = require("node:path");
const vm = require("node:vm");
const { writeWhole } = require("./write-whole.cjs");

/**
 * Compiles the modules that `isKept` names with what the file has of them, and writes it at the end where it had not all.
 *
 * @returns what leaves compiling to Node again
 */
exports.keepCompiled = (file, isKept) => {
  const compile = Module.prototype._compile;
  const kept = read(file);
  const scripts = new Map();
  Module.prototype._compile = function (content, path, format) {
    if (format === "module" || !isKept(path)) return compile.call(this, content, path, format);
    const digest = createHash("sha1").update(content).digest("hex");
    const known = kept.get(path);
    const cachedData = known?.digest === digest ? known.data : undefined;
    const script = scriptOf(content, path, cachedData);
    scripts.set(path, { digest, script });
    const run = script.runInThisContext();
    const { exports } = this;
    return run.call(exports, exports, Module.createRequire(path), this, path, dirname(path));
  };
  process.once("exit", () => {
    const isComplete = [...scripts.values()].every(
      ({ script }) => script.cachedDataRejected === false,
    );
    if (isComplete) return;
    const others = [...kept].filter(([path]) => isKept(path) && existsSync(path));
    keep(file, pack(new Map([...others, ...compiledBy(scripts)])));
  });
  return () => {
    Module.prototype._compile = compile;
  };
};

function scriptOf(content, filename, cachedData) {
  return new vm.Script(Module.wrap(content.replace(/^#!/, "//")), {
    ...{ filename, cachedData, columnOffset: -Module.wrapper[0].length },
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
}

function compiledBy(scripts) {
  return [...scripts].map(([path, { digest, script }]) => {
    return [path, { digest, data: script.createCachedData() }];
  });
}

/** One line that says where the parts lie, and then the parts. */
function pack(parts) {
  const index = [...parts].map(([path, { digest, data }]) => [path, digest, data.length]);
  const head = Buffer.from(`${JSON.stringify(index)}\n`);
  return Buffer.concat([head, ...[...parts.values()].map(({ data }) => data)]);
}

function read(file) {
  try {
    return unpack(readFileSync(file));
  } catch {
    return new Map(); // there is none yet, or one of another form
  }
}

function unpack(content) {
  const end = content.indexOf("\n");
  let start = end + 1;
  const parts = JSON.parse(content.toString("utf8", 0, end)).map(([path, digest, length]) => {
    const data = content.subarray(start, (start += length));
    return [path, { digest, data }];
  });
  return new Map(parts);
}

/** Where it can't be written, the next run compiles again. */
function keep(file, content) {
  try {
    writeWhole(file, content);
  } catch {
    // a run that has done its work does not fail for it
  }
}
