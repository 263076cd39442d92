import { all, fail, type Judgement, undecided } from "../judgement";
import { must, mustBe, mustBeFilled } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import type { Subject } from "../subject";
import { distributionTypes as types } from "./distribution";

/** Judges the default behaviour of a distribution and those for single paths. */
function judgeBehaviors(
  distribution: Subject,
  judge: (behavior: Property) => Judgement,
): Judgement {
  const ordered = distribution.at("orderedCacheBehaviors");
  return all(
    judge(distribution.at("defaultCacheBehavior")),
    ...ordered.items.map(judge),
    ...(ordered.isUnknown ? [undecided(ordered.path)] : []),
  );
}

export const distributionViewersHttps = resourceRule({
  id: "distribution-viewers-https",
  requires: "CloudFront answers nobody by HTTP, but with the way to HTTPS.",
  why: "What goes by HTTP is read and changed on the way, scripts of the page included.",
  fix: 'Set viewerProtocolPolicy to "redirect-to-https" or "https-only" in every behaviour.',
  severity: "high",
  standards: { securityHub: ["CloudFront.3"], checkov: ["CKV_AWS_34"] },
  types,
  exemptible: true,
  check: (distribution) =>
    judgeBehaviors(distribution, (behavior) =>
      must(
        behavior.at("viewerProtocolPolicy"),
        "be redirect-to-https or https-only",
        (value) => value === "redirect-to-https" || value === "https-only",
      ),
    ),
});

export const distributionHeadersSet = resourceRule({
  id: "distribution-headers-set",
  requires: "CloudFront adds the headers by which browsers protect who reads the answers.",
  why: "A bucket sets none of them: its pages are shown in a stranger's frame, or asked for by HTTP the next time.",
  fix: "Set responseHeadersPolicyId to the id of an aws.cloudfront.ResponseHeadersPolicy in every behaviour.",
  severity: "low",
  standards: { checkov: ["CKV2_AWS_32"] },
  types,
  exemptible: true,
  check: (distribution) =>
    judgeBehaviors(distribution, (behavior) =>
      mustBeFilled(behavior.at("responseHeadersPolicyId")),
    ),
});

export const distributionCertificateOwn = resourceRule({
  id: "distribution-certificate-own",
  requires: "Distributions of CloudFront show a certificate of their own, to who names them.",
  why: "Under CloudFront's own certificate a distribution has no name of yours and takes TLS 1.0. A certificate by address costs 600 dollars a month.",
  fix: 'Set acmCertificateArn to a certificate in us-east-1 and sslSupportMethod to "sni-only" in viewerCertificate.',
  severity: "medium",
  standards: { securityHub: ["CloudFront.7", "CloudFront.8"], checkov: ["CKV2_AWS_42"] },
  types,
  exemptible: true,
  check: (distribution) => {
    const viewer = distribution.at("viewerCertificate");
    const [ofAcm, ofIam] = [viewer.at("acmCertificateArn"), viewer.at("iamCertificateId")];
    if (!ofAcm.isSet && !ofIam.isSet) return fail(`${ofAcm.path} must be set`);
    return all(
      ofAcm.isSet ? mustBeNear(ofAcm) : mustBeFilled(ofIam),
      mustBe(viewer.at("sslSupportMethod"), "sni-only"),
    );
  },
});

/** An ARN that is not known yet counts: AWS takes none of another region. */
function mustBeNear(certificate: Property): Judgement {
  if (certificate.isUnknown) return mustBeFilled(certificate);
  return must(certificate, "be a certificate in us-east-1", (arn) =>
    /^arn:[^:]+:acm:us-east-1:/.test(String(arn)),
  );
}

export const distributionTlsCurrent = resourceRule({
  id: "distribution-tls-current",
  requires: "CloudFront speaks TLS 1.2 or later to who asks.",
  why: "Left out, the least version is TLS 1.0, which was broken long ago.",
  fix: 'Set viewerCertificate.minimumProtocolVersion to "TLSv1.2_2021" or later.',
  severity: "high",
  standards: { securityHub: ["CloudFront.15"], checkov: ["CKV_AWS_174"] },
  types,
  settings: {
    allowedPolicies: {
      kind: "texts",
      description: "Security policies that distributions may have.",
      form: "names of security policies of CloudFront",
      pattern: "^TLSv1(\\.[1-3])?(_[0-9]{4})?$",
      default: ["TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"],
      stricter: "fewer",
    },
  },
  exemptible: true,
  check: (distribution, { allowedPolicies }) =>
    must(
      distribution.at("viewerCertificate").at("minimumProtocolVersion"),
      `be one of ${allowedPolicies.join(", ")}`,
      (value) => allowedPolicies.some((policy) => policy === value),
    ),
});
