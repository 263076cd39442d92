import { all } from "../judgement";
import { mustBeAtLeast, mustBeSet } from "../must";
import { resourceRule } from "../rule";
import { yearInSeconds } from "./strict-transport";

export const responseHeadersSecure = resourceRule({
  id: "response-headers-secure",
  requires: "Policies of CloudFront for headers protect who reads the answers.",
  why: "A browser that is not told to stay with HTTPS comes by HTTP the next time; one that may guess types runs a picture as a script, and one that may frame the page shows it under a stranger's name.",
  fix: "Set strictTransportSecurity, contentTypeOptions and frameOptions in securityHeadersConfig.",
  severity: "low",
  standards: { checkov: ["CKV_AWS_259"] },
  types: ["aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy"],
  settings: { minimumSeconds: yearInSeconds },
  exemptible: true,
  check: (policy, { minimumSeconds }) => {
    const headers = policy.at("securityHeadersConfig");
    return all(
      mustBeAtLeast(headers.at("strictTransportSecurity").at("accessControlMaxAgeSec"), {
        minimum: minimumSeconds,
        unit: "seconds",
      }),
      mustBeSet(headers.at("contentTypeOptions")),
      mustBeSet(headers.at("frameOptions")),
    );
  },
});
