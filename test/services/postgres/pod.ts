import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Data } from "../../../preview/engine/wire";
import type { Previewed, PreviewedResource } from "../../support/preview";
import { command, type Finished } from "./command";
import { clientFolder } from "./installation";

/** Values of secrets, by the ARN of the secret and the key in it. */
export type SecretValues = Readonly<Record<string, Readonly<Record<string, string>>>>;

const types = {
  job: "kubernetes:batch/v1:Job",
  map: "kubernetes:core/v1:ConfigMap",
  secret: "kubernetes:external-secrets.io/v1:ExternalSecret",
} as const;

/**
 * Runs the container of a previewed job on this machine, as its pod would: its command, its files, its user and no
 * other variables than its own, with the values that External Secrets would give it.
 */
export async function runPod(previewed: Previewed, values: SecretValues): Promise<Finished> {
  const container = containerOf(previewed.one(types.job));
  const folder = await mkdtemp(join(tmpdir(), "groundwork-pod-"));
  try {
    await chmod(folder, 0o755);
    const mounted = (text: string) => text.replace(/^\/files\//, `${folder}/`);
    const files = dataOf(mapOf(previewed, "-files"));
    for (const [name, content] of Object.entries(files))
      await writeFile(join(folder, name), content);
    const variables = {
      ...dataOf(mapOf(previewed, "")),
      ...secretsOf(container, previewed.one(types.secret), values),
    };
    const env = Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [name, mounted(value)]),
    );
    return await command(
      [...asUser(container), ...(container["command"] as string[]).map(mounted)],
      { PATH: `${clientFolder()}:/usr/local/bin:/usr/bin:/bin`, ...env },
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

function containerOf({ inputs }: PreviewedResource): Data {
  const template = (inputs["spec"] as Data)["template"] as Data;
  const pod = template["spec"] as Data;
  const [container = {}] = pod["containers"] as Data[];
  return { user: (pod["securityContext"] as Data)["runAsUser"], ...container };
}

function mapOf({ all }: Previewed, end: string): PreviewedResource | undefined {
  return all(types.map).find(({ name }) => name.endsWith("-files") === (end !== ""));
}

function dataOf(map: PreviewedResource | undefined): Readonly<Record<string, string>> {
  return (map?.inputs["data"] ?? {}) as Record<string, string>;
}

/** The container's variables from secrets, by way of what External Secrets is told. */
function secretsOf(container: Data, secret: PreviewedResource, values: SecretValues) {
  const kept = new Map(
    ((secret.inputs["spec"] as Data)["data"] as Data[]).map((entry) => {
      const { key, property } = entry["remoteRef"] as { key: string; property: string };
      return [entry["secretKey"] as string, values[key]?.[property] ?? ""];
    }),
  );
  return Object.fromEntries(
    (container["env"] as Data[]).map((variable) => {
      const { secretKeyRef } = variable["valueFrom"] as { secretKeyRef: { key: string } };
      return [variable["name"] as string, kept.get(secretKeyRef.key) ?? ""];
    }),
  );
}

/** The container's user, who has no entry on this machine, where these tests may become another user. */
function asUser({ user }: Data): readonly string[] {
  if (process.getuid?.() !== 0) return [];
  return ["setpriv", `--reuid=${String(user)}`, `--regid=${String(user)}`, "--clear-groups"];
}
