// Runs a command of the project after installing what is missing or stale. Uses Node alone, so that it
// works as the first command after a clone.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, "node_modules", ".groundwork-lock");

install();
const [command, ...args] = process.argv.splice(2);
if (command === "groundwork") {
  process.argv.push(...args);
  await import("./groundwork.mjs");
} else {
  process.exitCode = run(process.execPath, [entryOf(command), ...args]);
}

function install() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const installed = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  if (installed === wanted) return;
  process.stderr.write("Installing what the lockfile names (npm ci) ...\n");
  const status = run(
    "npm",
    ["ci", "--no-audit", "--no-fund", "--loglevel", "error"],
    ["ignore", 2, 2],
  );
  if (status !== 0) {
    process.stderr.write(
      "npm ci failed: check the network and the registry, then run this again\n",
    );
    process.exit(status);
  }
  writeFileSync(stamp, wanted);
}

/** The script behind a command that a package provides. */
function entryOf(name) {
  const bins = { mocha: "node_modules/mocha/bin/mocha.js", c8: "node_modules/c8/bin/c8.js" };
  return join(root, bins[name]);
}

function run(file, args, stdio = "inherit") {
  const { status, error } = spawnSync(file, args, { cwd: root, stdio });
  if (error) process.stderr.write(`${file}: ${error.message}\n`);
  return status ?? 1;
}
