import { notApplicable, undecided } from "../judgement";
import { mustBe } from "../must";
import { resourceRule } from "../rule";
import { mustBeSupported, noticeDays } from "./support-period";

const cluster = "aws:eks/cluster:Cluster";

/**
 * The last day of standard support of each version of Kubernetes; where AWS names a month alone, the day before it.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
 */
const endsOfSupport: Readonly<Record<string, string>> = {
  "1.23": "2023-10-10",
  "1.24": "2024-01-30",
  "1.25": "2024-04-30",
  "1.26": "2024-06-10",
  "1.27": "2024-07-23",
  "1.28": "2024-11-25",
  "1.29": "2025-03-22",
  "1.30": "2025-07-22",
  "1.31": "2025-11-25",
  "1.32": "2026-03-22",
  "1.33": "2026-07-28",
  "1.34": "2026-12-01",
  "1.35": "2027-03-26",
  "1.36": "2027-07-31",
};

export const clusterVersionSupported = resourceRule({
  id: "cluster-version-supported",
  requires: "EKS clusters and their nodes run a version of Kubernetes in AWS's standard support.",
  why: "After it AWS charges six times as much for the control plane, or upgrades it on a day of its own choice. Fixes by the community have ended before.",
  fix: "Raise the version by one minor at a time: the control plane first, then add-ons and nodes.",
  severity: "medium",
  standards: { securityHub: ["EKS.2"], checkov: ["CKV_AWS_339"] },
  types: [cluster, "aws:eks/nodeGroup:NodeGroup"],
  settings: { noticeDays },
  exemptible: true,
  profiles: { production: { settings: { noticeDays: 30 } } },
  check: (resource, settings, today) => {
    const version = resource.at("version");
    if (!version.isSet) return notApplicable("AWS takes the version, or it is the cluster's");
    if (version.isUnknown) return undecided(version.path);
    return mustBeSupported(version, endsOfSupport, { today, noticeDays: settings.noticeDays });
  },
});

export const clusterSupportStandard = resourceRule({
  id: "cluster-support-standard",
  requires: "EKS clusters are upgraded, and not supported for longer at a price.",
  why: "Left out, AWS takes the dearer way: when the version's support ends, the control plane costs six times as much, and nobody is told by anything but the bill.",
  fix: 'Set upgradePolicy.supportType to "STANDARD", and upgrade before AWS does.',
  severity: "low",
  standards: {},
  types: [cluster],
  exemptible: true,
  level: "advisory",
  check: (resource) => mustBe(resource.at("upgradePolicy").at("supportType"), "STANDARD"),
});
