import { all, type Judgement, notApplicable } from "../judgement";
import { must, mustBe, mustNotBe } from "../must";
import { resourceRule } from "../rule";
import type { Subject } from "../subject";

const types = ["aws:acm/certificate:Certificate"];

/** The judgement of a certificate that ACM issues. */
function ofIssued(certificate: Subject, judgement: Judgement): Judgement {
  return certificate.at("certificateBody").isSet
    ? notApplicable("it was issued elsewhere and imported")
    : judgement;
}

export const certificateKeyStrong = resourceRule({
  id: "certificate-key-strong",
  requires: "Certificates have keys that nobody can work out.",
  why: "Whoever works out the key of a certificate is the site, for everybody who asks for it.",
  fix: "Leave keyAlgorithm out for RSA_2048, or name RSA_3072, RSA_4096 or a curve.",
  severity: "medium",
  standards: { securityHub: ["ACM.2"] },
  types,
  exemptible: true,
  check: (certificate) =>
    ofIssued(
      certificate,
      must(
        certificate.at("keyAlgorithm"),
        "be RSA_2048 or stronger",
        (value) => value !== "RSA_1024",
      ),
    ),
});

export const certificateTransparent = resourceRule({
  id: "certificate-transparent",
  requires: "Certificates stand in the public logs of what was issued.",
  why: "Browsers warn of a certificate that is in none, and only there does one see that somebody else got one for the same name.",
  fix: "Leave certificateTransparencyLoggingPreference out of options.",
  severity: "low",
  standards: { checkov: ["CKV_AWS_234"] },
  types,
  exemptible: true,
  check: (certificate) =>
    ofIssued(
      certificate,
      mustNotBe(
        certificate.at("options").at("certificateTransparencyLoggingPreference"),
        "DISABLED",
      ),
    ),
});

export const certificateNamed = resourceRule({
  id: "certificate-named",
  requires: "Certificates are for names that are known, and for wildcards only beside them.",
  why: "A wildcard is good for every name that anybody makes up below the domain, also on a server that was broken into.",
  fix: "Name the hosts in domainName and subjectAlternativeNames.",
  severity: "low",
  standards: { checkov: ["CKV2_AWS_71"] },
  types,
  settings: {
    refuseAlternatives: {
      kind: "boolean",
      description: "Whether wildcards are refused among the subjectAlternativeNames too.",
      default: false,
    },
  },
  exemptible: true,
  check: (certificate, { refuseAlternatives }) => {
    const others = certificate.at("subjectAlternativeNames");
    const names = [
      certificate.at("domainName"),
      ...(refuseAlternatives ? [...others.items, ...(others.isUnknown ? [others] : [])] : []),
    ];
    const isExact = (value: unknown): boolean => !String(value).startsWith("*.");
    return ofIssued(
      certificate,
      all(...names.map((name) => must(name, "be no wildcard", isExact))),
    );
  },
});

export const certificateRenewed = resourceRule({
  id: "certificate-renewed",
  requires: "Certificates are renewed without anybody's help.",
  why: "The one that somebody must confirm by e-mail, or fetch and import, runs out on a holiday, and the site with it.",
  fix: 'Set validationMethod to "DNS" and leave the record where it is.',
  severity: "medium",
  standards: {},
  types,
  exemptible: true,
  check: (certificate) => {
    const isPrivate = certificate.at("certificateAuthorityArn").isSet;
    return isPrivate
      ? notApplicable("its authority is the account's own")
      : ofIssued(certificate, mustBe(certificate.at("validationMethod"), "DNS"));
  },
});
