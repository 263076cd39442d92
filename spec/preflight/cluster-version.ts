import { or } from "../expectation";
import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { sectionRule } from "./rule";

type Cluster = NonNullable<Spec["cluster"]>;

/**
 * Last day of standard support of each version on EKS, as of November 2026. After it AWS raises the version by itself, as
 * the program asks for, because it does not pay for more.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
 */
const supportedUntil: Readonly<Record<string, string>> = {
  "1.34": "2026-12-02",
  "1.35": "2027-03-27",
  "1.36": "2027-08-01",
  "1.37": "2027-12-01",
};

/** Versions that EKS has and that go together. */
export const clusterVersionRules = [
  sectionRule("cluster", [], ({ kubernetesVersion }, _, today) =>
    supported(kubernetesVersion, today),
  ),
  sectionRule("cluster", [], inStep),
];

function supported(version: string, today: string): readonly Problem[] {
  const until = supportedUntil[version];
  if (until !== undefined && today <= until) return [];
  const current = Object.keys(supportedUntil).filter(
    (name) => today <= (supportedUntil[name] ?? ""),
  );
  return [
    {
      path: "cluster.kubernetesVersion",
      value: version,
      rule:
        until === undefined
          ? "must be a version that EKS supports"
          : `must be a version in standard support, which ended on ${until}`,
      fix: current.length > 0 ? `choose ${or(current)}` : "add newer versions to the program",
    },
  ];
}

/** kube-proxy carries the version of the control plane; its own version may not be newer. */
function inStep({ kubernetesVersion, addonVersions }: Cluster): readonly Problem[] {
  const proxy = addonVersions["kube-proxy"];
  if (proxy.startsWith(`v${kubernetesVersion}.`)) return [];
  return [
    {
      path: "cluster.addonVersions.kube-proxy",
      value: proxy,
      rule: `must be of kubernetesVersion ${kubernetesVersion}`,
      fix: `write a version of EKS that begins with v${kubernetesVersion}., and look up those of the other add-ons for it`,
    },
  ];
}
