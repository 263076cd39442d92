import {
  distributionOriginAccessControlled,
  distributionOriginTls,
  distributionRootObject,
} from "../../../policies/rules/distribution-origin";
import { unknown } from "../kit";
import { suite } from "../suite";

const type = "aws:cloudfront/distribution:Distribution";
const bucket = { domainName: unknown, originId: "bucket", originAccessControlId: unknown };
const config = { originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] };
const server = { domainName: "api.example.com", originId: "api", customOriginConfig: config };
const within = { domainName: unknown, originId: "vpc", vpcOriginConfig: { vpcOriginId: unknown } };
const ofServer = (change: object) => ({
  origins: [bucket, { ...server, customOriginConfig: { ...config, ...change } }],
});

describe("distribution-origin-tls", () => {
  const rule = suite(distributionOriginTls, type, { origins: [bucket, server] });
  const path = "origins[1].customOriginConfig";
  rule.passes("passes a server that is asked by TLS", {});
  rule.fails(
    "fails when it is asked as the viewer asks",
    ofServer({ originProtocolPolicy: "match-viewer" }),
    `${path}.originProtocolPolicy must be "https-only", got "match-viewer"`,
  );
  rule.fails(
    "fails when older versions may be spoken",
    ofServer({ originSslProtocols: ["TLSv1.1", "TLSv1.2"] }),
    `${path}.originSslProtocols[0] must be TLSv1.2 or TLSv1.3, got "TLSv1.1"`,
  );
  rule.fails(
    "fails when no version is named",
    ofServer({ originSslProtocols: [] }),
    `${path}.originSslProtocols must name a version of TLS, got []`,
  );
  rule.isUndecided(
    "is undecided while the versions are not known",
    ofServer({ originSslProtocols: unknown }),
    `${path}.originSslProtocols`,
  );
  rule.isUndecided("is undecided while the origins are not", { origins: unknown }, "origins");
  rule.isUndecided("is undecided while one is not", { origins: [unknown] }, "origins[0]");
  rule.doesNotApply(
    "does not apply to buckets",
    { origins: [bucket] },
    "it has no origin of this kind",
  );
});

describe("distribution-origin-access-controlled", () => {
  const rule = suite(distributionOriginAccessControlled, type, {
    origins: [bucket, server, within],
  });
  rule.passes("passes a bucket that knows who asks", {});
  const older = { domainName: unknown, s3OriginConfig: { originAccessIdentity: unknown } };
  rule.fails(
    "fails when it knows an access identity of the older kind",
    { origins: [older] },
    "origins[0].originAccessControlId must be set",
  );
  rule.fails(
    "fails when the control is empty",
    { origins: [{ ...older, originAccessControlId: "" }] },
    "origins[0].originAccessControlId must be set",
  );
  rule.isUndecided("is undecided while the origins are not known", { origins: unknown }, "origins");
  rule.doesNotApply(
    "does not apply to servers",
    { origins: [server, within] },
    "it has no origin of this kind",
  );
});

describe("distribution-root-object", () => {
  const rule = suite(distributionRootObject, type, {
    origins: [bucket],
    defaultRootObject: "index.html",
  });
  rule.passes("passes a file for the path /", {});
  rule.fails(
    "fails when there is none",
    { defaultRootObject: undefined },
    "defaultRootObject must be set",
  );
  rule.isUndecided("is undecided while the origins are not known", { origins: unknown }, "origins");
  rule.doesNotApply(
    "does not apply to servers",
    { origins: [server], defaultRootObject: undefined },
    "it has no origin of this kind",
  );
});
