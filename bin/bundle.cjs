// The project's own modules, some six hundred, as one file that loads in a fraction of their time. It is made
// anew when a file that it was made from has changed.
const { createHash } = require("node:crypto");
const { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } = require("node:fs");
const { basename, dirname, join } = require("node:path");
const { writeWhole } = require("./write-whole.cjs");

const minute = 60 * 1000;

/** Libraries that must not be there twice, because Pulumi's own code uses them too, or that find parts of themselves by path. */
const external = ["@pulumi/*", "google-protobuf", "js-yaml", "tsx"];

/**
 * The path of a module with all that it imports, in the folder `.groundwork` of the project.
 *
 * @throws the errors of esbuild, when the project does not compile.
 */
exports.bundleOf = async (entry, root = dirname(__dirname)) => {
  const name = entry.replaceAll(/\W+/g, "-");
  const record = join(root, ".groundwork", `${name}.json`);
  const made = existsSync(record) ? JSON.parse(readFileSync(record, "utf8")) : undefined;
  const isFresh =
    made !== undefined &&
    existsSync(made.path) &&
    made.sources.every(([source, state]) => stateOf(join(root, source)) === state);
  return isFresh ? made.path : build(root, entry, name);
};

async function build(root, entry, name) {
  const { build: compile } = require("esbuild");
  const start = Date.now();
  const folder = join(root, ".groundwork");
  const { outputFiles, metafile } = await compile({
    ...{ absWorkingDir: root, entryPoints: [entry], outfile: join(folder, `${name}.cjs`) },
    ...{ bundle: true, external, platform: "node", target: "node20", keepNames: true },
    ...{ sourcemap: true, sourcesContent: false, metafile: true },
    ...{ write: false, logLevel: "silent", plugins: [placeOfEachModule] },
  });
  const [map, code] = outputFiles;
  const path = join(folder, `${name}.${hashOf(code.contents)}.cjs`);
  mkdirSync(folder, { recursive: true });
  removeOld(folder, name);
  writeWhole(`${path}.map`, linesOf(map.text));
  writeWhole(
    path,
    `${code.text.slice(0, code.text.lastIndexOf("//#"))}//# sourceMappingURL=${basename(path)}.map\n`,
  );
  const sources = ["package-lock.json", ...Object.keys(metafile.inputs).filter(isOwn)];
  if (sources.some((source) => statSync(join(root, source)).mtimeMs >= start)) return path;
  const states = sources.map((source) => [source, stateOf(join(root, source))]);
  writeWhole(join(folder, `${name}.json`), JSON.stringify({ path, sources: states }));
  return path;
}

/** A module finds the files beside it by its own place, wherever its code has gone. */
const placeOfEachModule = {
  name: "place of each module",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8")
        .replaceAll(/\b__dirname\b/g, JSON.stringify(dirname(path)))
        .replaceAll(/\b__filename\b/g, JSON.stringify(path)),
    }));
  },
};

/** A map that knows the line of each piece of code and no more is read in a fifth of the time. */
function linesOf(map) {
  const { decode, encode } = require("@jridgewell/sourcemap-codec");
  const whole = JSON.parse(map);
  const lines = decode(whole.mappings).map((pieces) =>
    pieces.filter(([, source, line], index) => {
      const [, sourceBefore, lineBefore] = pieces[index - 1] ?? [];
      return source !== sourceBefore || line !== lineBefore;
    }),
  );
  const mappings = encode(lines.map((pieces) => pieces.map((piece) => piece.slice(0, 4))));
  return JSON.stringify({ ...whole, names: [], mappings });
}

function isOwn(path) {
  return !path.split("/").includes("node_modules");
}

function stateOf(path) {
  const { mtimeMs, size } = statSync(path, { throwIfNoEntry: false }) ?? {};
  return `${mtimeMs} ${size}`;
}

function hashOf(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

/** Earlier bundles of the module. Another process may be about to load one: it goes after some minutes. */
function removeOld(folder, name) {
  const isBundle = (file) => file.startsWith(`${name}.`) && /\.cjs(\.map)?$/.test(file);
  for (const path of readdirSync(folder)
    .filter(isBundle)
    .map((file) => join(folder, file))) {
    const { mtimeMs = Date.now() } = statSync(path, { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > 10 * minute) rmSync(path, { force: true });
  }
}
