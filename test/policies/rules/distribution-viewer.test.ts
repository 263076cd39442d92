import {
  distributionCertificateOwn,
  distributionHeadersSet,
  distributionTlsCurrent,
  distributionViewersHttps,
} from "../../../policies/rules/distribution-viewer";
import { unknown } from "../kit";
import { suite } from "../suite";

const type = "aws:cloudfront/distribution:Distribution";
const behavior = {
  viewerProtocolPolicy: "redirect-to-https",
  responseHeadersPolicyId: unknown,
};

describe("distribution-viewers-https", () => {
  const inputs = { defaultCacheBehavior: behavior, orderedCacheBehaviors: [behavior] };
  const rule = suite(distributionViewersHttps, type, inputs);
  const requirement = "must be redirect-to-https or https-only";
  rule.passes("passes behaviours that send to HTTPS", {});
  rule.passes("passes one behaviour that refuses HTTP", {
    defaultCacheBehavior: { viewerProtocolPolicy: "https-only" },
    orderedCacheBehaviors: undefined,
  });
  rule.fails(
    "fails when the default answers by HTTP",
    { defaultCacheBehavior: { viewerProtocolPolicy: "allow-all" } },
    `defaultCacheBehavior.viewerProtocolPolicy ${requirement}, got "allow-all"`,
  );
  rule.fails(
    "fails when another does",
    { orderedCacheBehaviors: [behavior, { viewerProtocolPolicy: "allow-all" }] },
    `orderedCacheBehaviors[1].viewerProtocolPolicy ${requirement}, got "allow-all"`,
  );
  rule.isUndecided(
    "is undecided while the others are not known",
    { orderedCacheBehaviors: unknown },
    "orderedCacheBehaviors",
  );
});

describe("distribution-headers-set", () => {
  const inputs = { defaultCacheBehavior: behavior, orderedCacheBehaviors: [behavior] };
  const rule = suite(distributionHeadersSet, type, inputs);
  rule.passes("passes policies that are not known yet", {});
  rule.fails(
    "fails when a behaviour has none",
    { orderedCacheBehaviors: [{}] },
    "orderedCacheBehaviors[0].responseHeadersPolicyId must be set",
  );
  rule.fails(
    "fails when the default's is empty",
    { defaultCacheBehavior: { responseHeadersPolicyId: "" } },
    "defaultCacheBehavior.responseHeadersPolicyId must be set",
  );
});

describe("distribution-certificate-own", () => {
  const viewerCertificate = { acmCertificateArn: unknown, sslSupportMethod: "sni-only" };
  const rule = suite(distributionCertificateOwn, type, { viewerCertificate });
  const arnIn = (region: string) =>
    `arn:aws:acm:${region}:123456789012:certificate/11111111-2222-3333-4444-555555555555`;
  rule.passes("passes a certificate that is not known yet", {});
  rule.passes("passes one in us-east-1", {
    viewerCertificate: { ...viewerCertificate, acmCertificateArn: arnIn("us-east-1") },
  });
  rule.passes("passes one of IAM", {
    viewerCertificate: { iamCertificateId: "ASCA", sslSupportMethod: "sni-only" },
  });
  rule.fails(
    "fails when it is CloudFront's",
    { viewerCertificate: { cloudfrontDefaultCertificate: true } },
    "viewerCertificate.acmCertificateArn must be set",
  );
  rule.fails(
    "fails when it is in another region",
    { viewerCertificate: { ...viewerCertificate, acmCertificateArn: arnIn("eu-west-1") } },
    `viewerCertificate.acmCertificateArn must be a certificate in us-east-1, got "${arnIn("eu-west-1")}"`,
  );
  rule.fails(
    "fails when it is shown by address",
    { viewerCertificate: { ...viewerCertificate, sslSupportMethod: "vip" } },
    'viewerCertificate.sslSupportMethod must be "sni-only", got "vip"',
  );
  rule.isUndecided(
    "is undecided while it is not known how it is shown",
    { viewerCertificate: unknown },
    "viewerCertificate.sslSupportMethod",
  );
});

describe("distribution-tls-current", () => {
  const viewerCertificate = { minimumProtocolVersion: "TLSv1.2_2021" };
  const rule = suite(distributionTlsCurrent, type, { viewerCertificate });
  const requirement =
    "viewerCertificate.minimumProtocolVersion must be one of TLSv1.2_2021, TLSv1.2_2025, TLSv1.3_2025";
  rule.passes("passes TLS 1.2", {});
  rule.passes("passes TLS 1.3", { viewerCertificate: { minimumProtocolVersion: "TLSv1.3_2025" } });
  rule.fails(
    "fails when it is older",
    { viewerCertificate: { minimumProtocolVersion: "TLSv1.1_2016" } },
    `${requirement}, got "TLSv1.1_2016"`,
  );
  rule.fails(
    "fails when CloudFront's default holds",
    { viewerCertificate: { cloudfrontDefaultCertificate: true } },
    `${requirement}, but is not set`,
  );
  rule.isUndecided(
    "is undecided while it is not known",
    { viewerCertificate: unknown },
    "viewerCertificate.minimumProtocolVersion",
  );
  const allowedPolicies = ["TLSv1.3_2025"];
  suite(distributionTlsCurrent, type, { viewerCertificate }, { allowedPolicies }).fails(
    "fails when configuration allows another one alone",
    {},
    'viewerCertificate.minimumProtocolVersion must be one of TLSv1.3_2025, got "TLSv1.2_2021"',
  );
});
