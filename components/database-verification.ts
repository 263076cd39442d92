import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { createClientJob, filesIn } from "./database-client/client-job";
import type { DatabaseVerificationArgs } from "./database-verification/args";
import { checkFilesOf } from "./database-verification/check-files";
import { validateVerification } from "./database-verification/validate-verification";

const script = "verify.sh";

/**
 * Holds a database against what must be in it, such as tables and seed data: a job that asks every check's question as
 * the application, changes nothing, says a line of each and fails where an answer is not as it must be. It takes the
 * cluster's Kubernetes provider beside that of AWS.
 */
export class DatabaseVerification extends pulumi.ComponentResource {
  /** What must be there before what relies on the data starts: the job that found nothing wrong. */
  readonly done: readonly pulumi.Resource[];

  /** @throws {pulumi.ResourceError} When the arguments cannot work: every problem is listed. */
  constructor(
    name: string,
    args: DatabaseVerificationArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    const { workloadName, namespace } = args;
    const { databaseName } = args.database;
    const summary = { workloadName, namespace, databaseName };
    super("groundwork:platform:DatabaseVerification", name, summary, opts);

    const problems = validateVerification(args);
    if (problems.length > 0) throw new pulumi.ResourceError(problems.join("\n"), this, true);

    const { applicationSecretArn, checks, ...client } = args;
    const job = createClientJob(this, name, client, {
      secretArn: applicationSecretArn,
      script,
      files: {
        ...filesIn(join(__dirname, "database-verification"), [script]),
        ...checkFilesOf(checks),
      },
      environment: {},
    });

    this.done = job.done;
    this.registerOutputs(summary);
  }
}
