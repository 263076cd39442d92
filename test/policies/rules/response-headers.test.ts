import { responseHeadersSecure } from "../../../policies/rules/response-headers";
import { unknown } from "../kit";
import { suite } from "../suite";

const type = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";

describe("response-headers-secure", () => {
  const headers = {
    strictTransportSecurity: { accessControlMaxAgeSec: 31536000, override: true },
    contentTypeOptions: { override: true },
    frameOptions: { frameOption: "DENY", override: true },
  };
  const rule = suite(responseHeadersSecure, type, { securityHeadersConfig: headers });
  const age = "securityHeadersConfig.strictTransportSecurity.accessControlMaxAgeSec";
  rule.passes("passes the three headers", {});
  rule.fails(
    "fails when there are none",
    { securityHeadersConfig: undefined },
    "securityHeadersConfig.contentTypeOptions must be set",
    "securityHeadersConfig.frameOptions must be set",
    `${age} must be at least 31536000 seconds, but is not set`,
  );
  rule.fails(
    "fails when browsers forget after a day",
    {
      securityHeadersConfig: {
        ...headers,
        strictTransportSecurity: { accessControlMaxAgeSec: 86400, override: true },
      },
    },
    `${age} must be at least 31536000 seconds, got 86400`,
  );
  rule.isUndecided(
    "is undecided while it is not known when they do",
    { securityHeadersConfig: unknown },
    age,
  );
  suite(
    responseHeadersSecure,
    type,
    { securityHeadersConfig: headers },
    { minimumSeconds: 63072000 },
  ).fails(
    "fails when configuration asks for more",
    {},
    `${age} must be at least 63072000 seconds, got 31536000`,
  );
});
