import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import type { DatabaseBootstrapArgs } from "./database-bootstrap/args";
import { loginsOf, settingsOf, type Settings } from "./database-bootstrap/bootstrap-settings";
import { validateBootstrap } from "./database-bootstrap/validate-bootstrap";
import { createClientJob, filesIn } from "./database-client/client-job";

const scripts = ["bootstrap.sh", "server.sql", "database.sql", "password.sql"] as const;

/**
 * Makes of an empty server what applications and migrations expect: a job that creates the database, its extensions and
 * the application's role, with a limit of connections and the rights to read and write rows and no more. Run again, it
 * changes nothing but what differs. It takes the cluster's Kubernetes provider beside that of AWS.
 */
export class DatabaseBootstrap extends pulumi.ComponentResource {
  /** What must be there before migrations and applications start: the job that was done. */
  readonly done: readonly pulumi.Resource[];

  /** @throws {pulumi.ResourceError} When PostgreSQL or Kubernetes would refuse the arguments: every problem is listed. */
  constructor(name: string, args: DatabaseBootstrapArgs, opts?: pulumi.ComponentResourceOptions) {
    const { workloadName, namespace } = args;
    const { databaseName } = args.database;
    const summary = { workloadName, namespace, databaseName };
    super("groundwork:platform:DatabaseBootstrap", name, summary, opts);

    const problems = validateBootstrap(args);
    if (problems.length > 0) throw new pulumi.ResourceError(problems.join("\n"), this, true);

    const {
      masterSecretArn,
      applicationSecretArn,
      applicationRole,
      ownerRole,
      extensions,
      ...client
    } = settingsOf(args);
    const job = createClientJob(this, name, client, {
      secretArn: masterSecretArn,
      script: scripts[0],
      files: filesIn(join(__dirname, "database-bootstrap"), scripts),
      environment: environmentOf({ applicationRole, ownerRole, extensions }),
      secrets: {
        APPLICATION_USERNAME: { secretArn: applicationSecretArn, key: "username" },
        APPLICATION_PASSWORD: { secretArn: applicationSecretArn, key: "password" },
      },
    });

    this.done = job.done;
    this.registerOutputs(summary);
  }
}

/** What the scripts are told. */
function environmentOf(
  settings: Pick<Settings, "applicationRole" | "ownerRole" | "extensions">,
): Readonly<Record<string, string>> {
  const { applicationRole, ownerRole, extensions } = settings;
  return {
    APPLICATION_ROLE: applicationRole.name,
    LOGIN_ROLES: loginsOf(settings).join(","),
    CONNECTION_LIMIT: String(applicationRole.connectionLimit ?? -1),
    EXTENSIONS: extensions.join(","),
    ...(ownerRole === undefined ? {} : { OWNER_ROLE: ownerRole }),
  };
}
