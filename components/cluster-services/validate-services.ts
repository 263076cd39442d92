import { unless } from "../problems/phrases";
import type { ClusterServicesArgs } from "./args";
import { settingsOf } from "./services-settings";

/** Namespaces that Kubernetes and the services have for themselves. */
const taken = ["default", "external-secrets"];

/** Everything that Kubernetes would refuse of the arguments, or take from us, a sentence each; none when they can work. */
export function validateServices(args: ClusterServicesArgs): readonly string[] {
  const { accountId, kubernetesVersion, namespaces, chartVersions } = settingsOf(args);
  return [
    ...unless(/^\d{12}$/.test(accountId), `accountId must be 12 digits, got ${accountId}`),
    ...unless(
      /^1\.\d{2}$/.test(kubernetesVersion),
      `kubernetesVersion must be a minor version such as 1.36, got ${kubernetesVersion}`,
    ),
    ...unless(Object.keys(namespaces).length > 0, "namespaces must be one at least, got none"),
    ...Object.keys(namespaces).flatMap(namespaceProblems),
    ...Object.entries(chartVersions).flatMap(([chart, version]) =>
      unless(
        /^\d+\.\d+\.\d+$/.test(version),
        `chartVersions.${chart} must be an exact version such as 1.2.3, got ${version}`,
      ),
    ),
  ];
}

function namespaceProblems(name: string): readonly string[] {
  return [
    ...unless(
      /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name),
      `namespaces must be named by lower-case letters, digits and hyphens, at most 63, got ${name}`,
    ),
    ...unless(
      !taken.includes(name) && !name.startsWith("kube-"),
      `namespaces must not be one of Kubernetes' or the services' own, got ${name}`,
    ),
  ];
}
