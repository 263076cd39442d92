import { brokerRules } from "./preflight/broker";
import { brokerAuthenticationRules } from "./preflight/broker-authentication";
import { brokerPropertyRules } from "./preflight/broker-properties";
import { brokerStorageRules } from "./preflight/broker-storage";
import { brokerTopicRules } from "./preflight/broker-topics";
import { cacheEngineRules } from "./preflight/cache-engine";
import { cacheNameRules } from "./preflight/cache-names";
import { cacheNodeTypeRules } from "./preflight/cache-node-type";
import { cacheParameterRules } from "./preflight/cache-parameters";
import { cacheRecoveryRules } from "./preflight/cache-recovery";
import { cacheTopologyRules } from "./preflight/cache-topology";
import { clusterAccessRules } from "./preflight/cluster-access";
import { clusterAddressRules } from "./preflight/cluster-addresses";
import { clusterNameRules } from "./preflight/cluster-names";
import { clusterNodeRules } from "./preflight/cluster-nodes";
import { clusterVersionRules } from "./preflight/cluster-version";
import { connectionBudgetRules } from "./preflight/connection-budget";
import { databaseJobRules } from "./preflight/database-jobs";
import { edgeNameRules } from "./preflight/edge-names";
import { edgePlaceRules } from "./preflight/edge-places";
import { edgeServiceRules } from "./preflight/edge-services";
import { endpointRules } from "./preflight/endpoints";
import { engineRules } from "./preflight/engine";
import { exclusionRules } from "./preflight/exclusions";
import { extensionRules } from "./preflight/extensions";
import { instanceClassRules } from "./preflight/instance-class";
import { jobScheduleRules } from "./preflight/job-schedules";
import { monitoringRules } from "./preflight/monitoring";
import { nameRules } from "./preflight/names";
import { namespaceQuotaRules } from "./preflight/namespace-quotas";
import { nodeCapacityRules } from "./preflight/node-capacity";
import { parameterRules } from "./preflight/parameters";
import { recoveryRules } from "./preflight/recovery";
import type { Rule } from "./preflight/rule";
import { secretRules } from "./preflight/secrets";
import { servicePortRules } from "./preflight/service-ports";
import { serviceScalingRules } from "./preflight/service-scaling";
import { storageRules } from "./preflight/storage";
import { bucketRules } from "./preflight/storage-buckets";
import { lifecycleRules } from "./preflight/storage-buckets-lifecycle";
import { subnetRules } from "./preflight/subnets";
import { windowRules } from "./preflight/windows";
import { workloadConnectionRules } from "./preflight/workload-connections";
import { workloadPlaceRules } from "./preflight/workload-places";
import { workloadResourceRules } from "./preflight/workload-resources";
import { workloadVariableRules } from "./preflight/workload-variables";
import { zoneRules } from "./preflight/zones";
import type { Problem } from "./problem";
import type { Spec } from "./spec";

/** What must hold for a spec to be deployable: what works but is not safe is left to the policy pack. */
const rules: readonly Rule[] = [
  ...nameRules,
  ...zoneRules,
  ...subnetRules,
  ...endpointRules,
  ...recoveryRules,
  ...monitoringRules,
  ...secretRules,
  ...engineRules,
  ...instanceClassRules,
  ...storageRules,
  ...windowRules,
  ...parameterRules,
  ...extensionRules,
  ...exclusionRules,
  ...cacheEngineRules,
  ...cacheNodeTypeRules,
  ...cacheTopologyRules,
  ...cacheRecoveryRules,
  ...cacheParameterRules,
  ...cacheNameRules,
  ...brokerRules,
  ...brokerStorageRules,
  ...brokerPropertyRules,
  ...brokerAuthenticationRules,
  ...brokerTopicRules,
  ...clusterVersionRules,
  ...clusterNodeRules,
  ...clusterAddressRules,
  ...clusterAccessRules,
  ...clusterNameRules,
  ...workloadPlaceRules,
  ...workloadConnectionRules,
  ...workloadVariableRules,
  ...workloadResourceRules,
  ...servicePortRules,
  ...serviceScalingRules,
  ...jobScheduleRules,
  ...connectionBudgetRules,
  ...databaseJobRules,
  ...nodeCapacityRules,
  ...namespaceQuotaRules,
  ...edgePlaceRules,
  ...edgeNameRules,
  ...edgeServiceRules,
  ...bucketRules,
  ...lifecycleRules,
];

/**
 * Checks what cannot work before anything is created.
 *
 * @param parts - The parts of a spec that are well formed; a rule that reads others does not run.
 * @param today - The date, such as `2026-11-21`: versions leave support.
 */
export function preflight(parts: Partial<Spec>, today: string): readonly Problem[] {
  const present = new Set(Object.keys(parts));
  return rules
    .filter(({ reads }) => reads.every((part) => present.has(part)))
    .flatMap(({ check }) => check(parts as Spec, today));
}
