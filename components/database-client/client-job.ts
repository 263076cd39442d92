import { readFileSync } from "node:fs";
import { join } from "node:path";
import type * as pulumi from "@pulumi/pulumi";
import { AppJob } from "../app-job";
import type { SecretReference } from "../workload/edge";
import { caFile, libpqEdge } from "../workload/edges/libpq";
import { filesPath } from "../workload/edge";
import type { DatabaseClientArgs } from "./args";
import { clientSettingsOf } from "./client-settings";

/** What a job with PostgreSQL's client does. */
export interface ClientWork {
  /** Secret with the `username` and `password` that it logs in by. */
  readonly secretArn: pulumi.Input<string>;
  /** The file among `files` that its shell runs. */
  readonly script: string;
  readonly files: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, SecretReference>>;
}

/** Makes a job that runs a script with PostgreSQL's client. */
export function createClientJob(
  parent: pulumi.Resource,
  name: string,
  args: DatabaseClientArgs,
  { secretArn, script, files, environment, secrets }: ClientWork,
): AppJob {
  const { database, caCertificates, ...job } = clientSettingsOf(args);
  return new AppJob(
    name,
    {
      ...job,
      command: ["sh", `${filesPath}/${script}`],
      files: { ...files, [caFile]: caCertificates },
      // The client looks for files of its user, and a user that the image does not know has no other home.
      environment: { HOME: "/tmp", ...environment },
      secrets,
      connectsTo: [libpqEdge({ to: "database", ...database, secretArn })],
    },
    { parent },
  );
}

/** Files of a folder by name, as they are in the container. */
export function filesIn(
  folder: string,
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
