import * as pulumi from "@pulumi/pulumi";
import type { AppJobArgs } from "./app-job/args";
import { createJob } from "./app-job/job";
import { settingsOf } from "./app-job/job-settings";
import { validateJob } from "./app-job/validate-job";
import { createConfiguration } from "./workload/configuration";
import { createIdentity } from "./workload/identity";
import { isolate } from "./workload/network-policy";
import { scopeOf } from "./workload/scope";

/**
 * A workload that ends, such as a migration: run once before what waits for it, or by a schedule, with the rights,
 * secrets, variables and ways through the network that its edges declare, and no others. It takes the cluster's
 * Kubernetes provider beside that of AWS.
 */
export class AppJob extends pulumi.ComponentResource {
  /** What must be there for what comes after: the job that was done, or its schedule. */
  readonly done: readonly pulumi.Resource[];
  /** Role of its pods; undefined where they have no rights in AWS. */
  readonly roleArn: pulumi.Output<string> | undefined;

  /** @throws {pulumi.ResourceError} When Kubernetes would refuse the arguments: every problem is listed. */
  constructor(name: string, args: AppJobArgs, opts?: pulumi.ComponentResourceOptions) {
    const { workloadName, namespace, image } = args;
    super("groundwork:platform:AppJob", name, { workloadName, namespace, image }, opts);

    const problems = validateJob(args);
    if (problems.length > 0) throw new pulumi.ResourceError(problems.join("\n"), this, true);

    const scope = scopeOf(this, name, settingsOf(args));
    const identity = createIdentity(scope);
    const configuration = createConfiguration(scope);
    const policy = isolate(scope, []);
    const job = createJob(scope, configuration, [...identity.ready, policy]);

    this.done = [job];
    this.roleArn = identity.roleArn;
    this.registerOutputs({ workloadName, namespace, roleArn: this.roleArn });
  }
}
