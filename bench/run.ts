import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PreviewDocument } from "../preview/document";
import { alignColumns } from "../preview/reports/table";

type Probe = Readonly<Record<string, number>>;

const runs = 5;

/** Prints what the README says about speed. */
function main(): void {
  const production = median(() => probe([]));
  print("Cold preview of production", [
    ...["startup", "import", "program", "rules", "proofs", "report", "total"].map((part) => [
      part,
      `${Math.round(production[part] ?? 0)} ms`,
    ]),
    ["peak memory", `${Math.round(production["peakMiB"] ?? 0)} MiB`],
    ["resources", String(production["resources"])],
  ]);
  const growth = [1, 3, 10].map((copies) => ({
    copies,
    probe: median(() => probe(["bench/copies.ts"], { BENCH_COPIES: String(copies) })),
  }));
  print(
    "Cost of a resource as the stack grows (program and rules)",
    growth.map(({ copies, probe: p }) => [
      `${copies}x`,
      `${String(p["resources"])} resources`,
      `${(((p["program"] ?? 0) + (p["rules"] ?? 0)) / (p["resources"] ?? 1)).toFixed(2)} ms each`,
      `${Math.round(p["total"] ?? 0)} ms in all`,
    ]),
  );
  const components = growth[0]?.probe ?? production;
  const bare = withResources((file) =>
    median(() => probe(["bench/bare.ts"], { BENCH_RESOURCES: file })),
  );
  print("The same resources without components (program)", [
    [
      "with components",
      `${Math.round(components["program"] ?? 0)} ms`,
      `${String(components["resources"])} resources`,
    ],
    ["bare", `${Math.round(bare["program"] ?? 0)} ms`, `${String(bare["resources"])} resources`],
    ["ratio", ((components["program"] ?? 0) / (bare["program"] ?? 1)).toFixed(2)],
  ]);
}

function probe(args: readonly string[], env: Readonly<Record<string, string>> = {}): Probe {
  const command = [join("bench", "probe.mjs"), ...args];
  const { stdout, status, stderr } = spawnSync(process.execPath, command, {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Probe;
}

/** Each figure's median over some runs. */
function median(measure: () => Probe): Probe {
  const probes = Array.from({ length: runs }, measure);
  const keys = Object.keys(probes[0] ?? {});
  return Object.fromEntries(
    keys.map((key) => {
      const values = probes.map((one) => one[key] ?? 0).sort((a, b) => a - b);
      return [key, values[Math.floor(values.length / 2)] ?? 0];
    }),
  );
}

/** Runs with a file that holds the resources of production. */
function withResources<T>(use: (file: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), "groundwork-bench-"));
  const args = ["bin/groundwork.mjs", "preview", "--stack", "production", "--json"];
  const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  const document = JSON.parse(stdout) as PreviewDocument;
  const file = join(directory, "resources.json");
  writeFileSync(file, JSON.stringify(document.stacks[0]?.resources));
  try {
    return use(file);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function print(title: string, rows: readonly (readonly string[])[]): void {
  process.stdout.write(`\n${title} (median of ${runs} runs)\n`);
  process.stdout.write(
    `${alignColumns(rows)
      .map((row) => `  ${row}`)
      .join("\n")}\n`,
  );
}

main();
