import { all, type Judgement, notApplicable, undecided } from "../judgement";
import { must, mustBe, mustBeFilled } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import type { Subject } from "../subject";
import { distributionTypes as types } from "./distribution";

/** An origin is a bucket where it is not said how CloudFront is to speak to it. */
function isBucket(origin: Property): boolean {
  return !origin.at("customOriginConfig").isSet && !origin.at("vpcOriginConfig").isSet;
}

/** Judges the origins of one kind. */
function judgeOrigins(
  distribution: Subject,
  isOne: (origin: Property) => boolean,
  judge: (origin: Property) => Judgement,
): Judgement {
  const origins = distribution.at("origins");
  if (origins.isUnknown) return undecided(origins.path);
  const judged = origins.items.filter((origin) => origin.isUnknown || isOne(origin));
  return judged.length > 0
    ? all(...judged.map((origin) => (origin.isUnknown ? undecided(origin.path) : judge(origin))))
    : notApplicable("it has no origin of this kind");
}

/** What CloudFront may speak to an origin. */
const currentVersions = ["TLSv1.2", "TLSv1.3"];

export const distributionOriginTls = resourceRule({
  id: "distribution-origin-tls",
  requires: "CloudFront speaks TLS 1.2 or later to the servers behind it.",
  why: "The way from CloudFront to a server leads over the internet: who came by HTTPS would be read and changed there.",
  fix: 'Set originProtocolPolicy to "https-only" and originSslProtocols to ["TLSv1.2"] in customOriginConfig; reach a bucket without one.',
  severity: "high",
  standards: {
    securityHub: ["CloudFront.9", "CloudFront.10"],
    checkov: ["CKV2_AWS_54", "CKV2_AWS_72"],
  },
  types,
  exemptible: true,
  check: (distribution) =>
    judgeOrigins(
      distribution,
      (origin) => origin.at("customOriginConfig").isSet,
      (origin) => {
        const config = origin.at("customOriginConfig");
        return all(
          mustBe(config.at("originProtocolPolicy"), "https-only"),
          mustBeCurrent(config.at("originSslProtocols")),
        );
      },
    ),
});

function mustBeCurrent(versions: Property): Judgement {
  const isCurrent = (value: unknown): boolean => currentVersions.some((one) => one === value);
  const parts = versions.items.map((version) =>
    must(version, `be ${currentVersions.join(" or ")}`, isCurrent),
  );
  return parts.length > 0 ? all(...parts) : must(versions, "name a version of TLS", () => false);
}

export const distributionOriginAccessControlled = resourceRule({
  id: "distribution-origin-access-controlled",
  requires: "CloudFront signs what it asks of buckets.",
  why: "A bucket that does not know who asks must be open to everybody, around firewall and logs; an access identity of the older kind reads nothing under a KMS key.",
  fix: "Set originAccessControlId to the id of an aws.cloudfront.OriginAccessControl, and let the bucket's policy admit the distribution's ARN.",
  severity: "high",
  standards: { securityHub: ["CloudFront.13"], checkov: ["CKV2_AWS_46"] },
  types,
  exemptible: true,
  check: (distribution) =>
    judgeOrigins(distribution, isBucket, (origin) =>
      mustBeFilled(origin.at("originAccessControlId")),
    ),
});

export const distributionRootObject = resourceRule({
  id: "distribution-root-object",
  requires: "Distributions of buckets show a file for the path /.",
  why: "Without one they pass the path on, and a bucket that may be listed shows the name of everything in it.",
  fix: "Set defaultRootObject to a file of the bucket, such as index.html.",
  severity: "low",
  standards: { securityHub: ["CloudFront.1"], checkov: ["CKV_AWS_305"] },
  types,
  exemptible: true,
  level: "advisory",
  check: (distribution) =>
    judgeOrigins(distribution, isBucket, () => mustBeFilled(distribution.at("defaultRootObject"))),
});
