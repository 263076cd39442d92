import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** What the suite needs beside Node, each with the file that says its version. */
const files = {
  "cfn-lint": { path: "cfn-lint.txt", version: /^cfn-lint==(\S+)$/m },
  "external-secrets-models": {
    path: "external-secrets-models/package.json",
    version: /external-secrets": "(\S+)"/,
  },
  "kubernetes-validate": {
    path: "kubernetes-validate.txt",
    version: /^kubernetes-validate==(\S+)$/m,
  },
} as const;

/**
 * The folder that a program of the version that the suite asks for is in; where it is not installed the tests are skipped
 * with a reason, or fail where `CI` is set.
 */
export function installedOrSkip(context: Mocha.Context, name: keyof typeof files): string {
  const { path, version: pattern } = files[name];
  const text = readFileSync(join(__dirname, "requirements", path), "utf8");
  const version = pattern.exec(text)?.[1] ?? "";
  const cacheHome = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  const directory = join(cacheHome, "groundwork", `${name}-${version}`);
  if (existsSync(directory)) return directory;
  const missing = `${name} ${version} must be in ${directory}: run test/services/install`;
  if (process.env["CI"] !== undefined) throw new Error(missing);
  console.warn(`      skipped: ${missing}`);
  return context.skip();
}
