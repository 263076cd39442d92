import * as pulumi from "@pulumi/pulumi";
import type { ClusterServicesArgs } from "./cluster-services/args";
import { createAutoscaler } from "./cluster-services/autoscaler";
import { createExternalSecrets } from "./cluster-services/external-secrets";
import {
  createLoadBalancerController,
  targetGroupTagsOf,
} from "./cluster-services/load-balancer-controller";
import { createNamespaces } from "./cluster-services/namespaces";
import { keepFromStores } from "./cluster-services/network-policies";
import { holdForRoles } from "./cluster-services/role-admission";
import { createSecretStores, secretStoreName } from "./cluster-services/secret-stores";
import { settingsOf } from "./cluster-services/services-settings";
import { createStorageClass, storageClassName } from "./cluster-services/storage-class";
import { validateServices } from "./cluster-services/validate-services";
import { createVerticalAutoscaler } from "./cluster-services/vertical-autoscaler";

/** Where pods' secrets come from, as an ExternalSecret of the same namespace refers to it. */
export interface SecretStoreReference {
  readonly kind: "SecretStore";
  readonly name: string;
}

/**
 * What a cluster needs for workloads: controllers for load balancers, secrets and the number of nodes, a storage class,
 * and namespaces that are closed to each other. It takes the cluster's Kubernetes provider beside that of AWS.
 */
export class ClusterServices extends pulumi.ComponentResource {
  /** Names of the namespaces of workloads. */
  readonly namespaces: readonly string[];
  /** Storage class of claims that name none. */
  readonly storageClassName: string;
  /** The store of each namespace whose workloads are given secrets. */
  readonly secretStore: SecretStoreReference;
  /** Tags without which the load balancer controller does not touch a target group. */
  readonly targetGroupTags: Readonly<Record<string, string>>;
  /** What must be there before workloads are, and until they are gone. */
  readonly ready: readonly pulumi.Resource[];

  /** @throws {pulumi.ResourceError} When Kubernetes would refuse the arguments: every problem is listed. */
  constructor(name: string, args: ClusterServicesArgs, opts?: pulumi.ComponentResourceOptions) {
    const { clusterName, region } = args;
    super("groundwork:platform:ClusterServices", name, { clusterName, region }, opts);

    const problems = validateServices(args);
    if (problems.length > 0) throw new pulumi.ResourceError(problems.join("\n"), this, true);

    const scope = { name, settings: settingsOf(args), options: { parent: this } };
    keepFromStores(scope, "kube-system", args.ready);
    const admission = holdForRoles(scope);
    const controller = createLoadBalancerController(scope, admission);
    const secrets = createExternalSecrets(scope, admission);
    const storageClass = createStorageClass(scope);
    createAutoscaler(scope, admission);
    const recommender = createVerticalAutoscaler(scope);
    const namespaces = createNamespaces(scope);
    const stores = createSecretStores(scope, secrets, namespaces);

    this.namespaces = Object.keys(args.namespaces);
    this.storageClassName = storageClassName;
    this.secretStore = { kind: "SecretStore", name: secretStoreName };
    this.targetGroupTags = targetGroupTagsOf(clusterName);
    this.ready = [
      ...[...admission, controller, secrets.release, storageClass, recommender],
      ...Object.values(namespaces).flat(),
      ...stores,
    ];
    this.registerOutputs({ namespaces: this.namespaces });
  }
}
