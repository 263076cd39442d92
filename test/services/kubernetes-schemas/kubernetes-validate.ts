import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { installedOrSkip } from "../installed";
import type { Complaint } from "./complaint";

/** The installation of kubernetes-validate; without one the tests are skipped. */
export function kubernetesValidateOrSkip(context: Mocha.Context): KubernetesValidate {
  return new KubernetesValidate(installedOrSkip(context, "kubernetes-validate"));
}

/** An installation of kubernetes-validate: Kubernetes' own schemas, of every version. */
export class KubernetesValidate {
  constructor(private readonly directory: string) {}

  /**
   * Holds objects against the strict schemas of a version of Kubernetes; undefined stands for an object that Kubernetes
   * has no schema of. Rejects where the version is not among those installed.
   */
  async check(
    version: string,
    objects: readonly object[],
  ): Promise<readonly (readonly Complaint[] | undefined)[]> {
    const program = spawn("python3", [join(__dirname, "validate.py")], {
      env: { ...process.env, PYTHONPATH: this.directory, PYTHONDONTWRITEBYTECODE: "1" },
    });
    program.stdin.end(JSON.stringify({ version, objects }));
    const output = Promise.all([text(program.stdout), text(program.stderr)]);
    const [code] = (await once(program, "close")) as [number | null];
    const [answer, errors] = await output;
    if (code !== 0) throw new Error(`validate.py failed for Kubernetes ${version}: ${errors}`);
    const all = JSON.parse(answer) as readonly (readonly Complaint[] | null)[];
    return all.map((complaints) => complaints ?? undefined);
  }
}
