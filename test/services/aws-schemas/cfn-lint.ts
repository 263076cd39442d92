import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { installedOrSkip } from "../installed";
import type { Template } from "./template";

/** What cfn-lint has against a template. */
export interface Match {
  /** Where, from the root of the template: `["Resources", "Resource4", "Properties", "Engine"]`. */
  readonly path: readonly (string | number)[];
  /** The id of its rule: `E3030`. */
  readonly rule: string;
  readonly message: string;
}

interface Reported {
  readonly Filename: string;
  readonly Location: { readonly Path: readonly (string | number)[] };
  readonly Rule: { readonly Id: string };
  readonly Message: string;
}

/** The installation of cfn-lint; without one the tests are skipped. */
export function cfnLintOrSkip(context: Mocha.Context): CfnLint {
  return new CfnLint(installedOrSkip(context, "cfn-lint"));
}

/** An installation of cfn-lint: AWS's schemas, and the program that holds templates against them. */
export class CfnLint {
  constructor(private readonly directory: string) {}

  /** A file of its data, parsed. */
  data(path: string): unknown {
    return JSON.parse(readFileSync(join(this.directory, "cfnlint", "data", path), "utf8"));
  }

  /** Holds templates against the schemas of a region; the matches of each, sorted by where they are. */
  async check(
    templates: readonly Template[],
    region: string,
    ignored: readonly string[],
  ): Promise<readonly (readonly Match[])[]> {
    const folder = await mkdtemp(join(tmpdir(), "groundwork-schemas-"));
    try {
      const files = templates.map((_, index) => join(folder, `${index}.json`));
      for (const [index, { content }] of templates.entries()) {
        await writeFile(files[index] ?? "", JSON.stringify(content));
      }
      const reported = await this.run(folder, [
        ...["--format", "json", "--non-zero-exit-code", "none", "--regions", region],
        ...["--ignore-checks", ...ignored, "--template", ...files],
      ]);
      return files.map((file) =>
        reported.flatMap((one) => (one.Filename === file ? [matchOf(one)] : [])).sort(inOrder),
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  /** Runs it where it finds no settings and no other schemas than its own. */
  private async run(folder: string, parameters: readonly string[]): Promise<readonly Reported[]> {
    const { stdout } = await promisify(execFile)(
      "python3",
      [join(this.directory, "bin", "cfn-lint"), ...parameters],
      {
        cwd: folder,
        env: { ...process.env, HOME: folder, XDG_CACHE_HOME: folder, PYTHONPATH: this.directory },
        maxBuffer: 2 ** 28,
      },
    );
    return JSON.parse(stdout) as Reported[];
  }
}

function matchOf({ Location, Rule, Message }: Reported): Match {
  return { path: Location.Path, rule: Rule.Id, message: Message };
}

function inOrder(a: Match, b: Match): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
