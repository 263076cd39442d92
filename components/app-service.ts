import * as pulumi from "@pulumi/pulumi";
import type { AppServiceArgs } from "./app-service/args";
import { createAutoscaler } from "./app-service/autoscaler";
import { ingressOf } from "./app-service/callers";
import { createConfiguration } from "./workload/configuration";
import { createDeployment } from "./app-service/deployment";
import { limitDisruption } from "./app-service/disruption";
import { createEntrance } from "./app-service/entrance";
import { createIdentity } from "./workload/identity";
import { isolate } from "./workload/network-policy";
import { scopeOf } from "./workload/scope";
import { recommendResources } from "./app-service/recommendations";
import { settingsOf } from "./app-service/service-settings";
import { validateService } from "./app-service/validate-service";

/**
 * A workload that serves requests: spread over zones, replaced without losing one, with the rights, secrets, variables
 * and ways through the network that its edges declare, and no others. It takes the cluster's Kubernetes provider beside
 * that of AWS.
 */
export class AppService extends pulumi.ComponentResource {
  /** Name of the service in its namespace. */
  readonly serviceName: string;
  readonly namespace: string;
  /** Port of its pods. */
  readonly port: number;
  /** Port at which others in the cluster reach it. */
  readonly servicePort: number;
  /** Role of its pods; undefined where they have no rights in AWS. */
  readonly roleArn: pulumi.Output<string> | undefined;

  /** @throws {pulumi.ResourceError} When Kubernetes would refuse the arguments or the pods could not work: every problem is listed. */
  constructor(name: string, args: AppServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    const { workloadName, namespace, image } = args;
    super("groundwork:platform:AppService", name, { workloadName, namespace, image }, opts);

    const problems = validateService(args);
    if (problems.length > 0) throw new pulumi.ResourceError(problems.join("\n"), this, true);

    const scope = scopeOf(this, name, settingsOf(args));
    const identity = createIdentity(scope);
    const configuration = createConfiguration(scope);
    const policy = isolate(scope, ingressOf(scope.settings));
    const entrance = createEntrance(scope);
    const before = [...identity.ready, policy, ...entrance];
    const deployment = createDeployment(scope, configuration, before);
    createAutoscaler(scope, deployment);
    recommendResources(scope, deployment);
    limitDisruption(scope);

    this.serviceName = workloadName;
    this.namespace = namespace;
    this.port = args.port;
    this.servicePort = scope.settings.servicePort;
    this.roleArn = identity.roleArn;
    this.registerOutputs({ serviceName: workloadName, namespace, roleArn: this.roleArn });
  }
}
