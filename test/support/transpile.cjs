// Loads TypeScript for coverage through the compiler itself: esbuild, which tsx uses, writes helpers into
// every file, whose branches would be counted as the file's own.
const { readFileSync } = require("node:fs");
const typescript = require("typescript");

const compilerOptions = {
  module: typescript.ModuleKind.CommonJS,
  target: typescript.ScriptTarget.ES2022,
  esModuleInterop: true,
  importHelpers: true,
  inlineSourceMap: true,
  inlineSources: true,
};

require.extensions[".ts"] = (module, fileName) => {
  const source = readFileSync(fileName, "utf8");
  const { outputText } = typescript.transpileModule(source, { compilerOptions, fileName });
  module._compile(outputText, fileName);
};
