import type { Rule } from "../../../policies/rule";
import {
  certificateKeyStrong,
  certificateNamed,
  certificateRenewed,
  certificateTransparent,
} from "../../../policies/rules/certificate";
import { unknown } from "../kit";
import { suite, type Suite } from "../suite";

const type = "aws:acm/certificate:Certificate";
const certificate = {
  domainName: "api.example.com",
  subjectAlternativeNames: ["*.api.example.com"],
  validationMethod: "DNS",
};

/** The tests of a rule that has nothing to say of a certificate from elsewhere. */
function ofIssued(rule: Rule, settings?: Readonly<Record<string, unknown>>): Suite {
  const tests = suite(rule, type, certificate, settings);
  tests.doesNotApply(
    "does not apply to one that was imported",
    { certificateBody: "-----BEGIN CERTIFICATE-----" },
    "it was issued elsewhere and imported",
  );
  return tests;
}

describe("certificate-key-strong", () => {
  const rule = ofIssued(certificateKeyStrong);
  rule.passes("passes the key that ACM takes", {});
  rule.passes("passes a curve", { keyAlgorithm: "EC_prime256v1" });
  rule.fails(
    "fails when it can be worked out",
    { keyAlgorithm: "RSA_1024" },
    'keyAlgorithm must be RSA_2048 or stronger, got "RSA_1024"',
  );
  rule.isUndecided("is undecided while it is not known", { keyAlgorithm: unknown }, "keyAlgorithm");
});

describe("certificate-transparent", () => {
  const rule = ofIssued(certificateTransparent);
  const path = "options.certificateTransparencyLoggingPreference";
  rule.passes("passes what ACM does", {});
  rule.passes("passes a certificate that says so", {
    options: { certificateTransparencyLoggingPreference: "ENABLED" },
  });
  rule.fails(
    "fails when it is kept out",
    { options: { certificateTransparencyLoggingPreference: "DISABLED" } },
    `${path} must not be "DISABLED", got "DISABLED"`,
  );
  rule.isUndecided("is undecided while it is not known", { options: unknown }, path);
});

describe("certificate-named", () => {
  const rule = ofIssued(certificateNamed);
  rule.passes("passes a wildcard beside a name", {});
  rule.fails(
    "fails when a wildcard is all",
    { domainName: "*.example.com" },
    'domainName must be no wildcard, got "*.example.com"',
  );
  rule.isUndecided("is undecided while it is not known", { domainName: unknown }, "domainName");
  const strict = ofIssued(certificateNamed, { refuseAlternatives: true });
  strict.fails(
    "fails when configuration refuses wildcards beside it",
    {},
    'subjectAlternativeNames[0] must be no wildcard, got "*.api.example.com"',
  );
  strict.passes("passes names beside it", { subjectAlternativeNames: ["www.example.com"] });
  strict.isUndecided(
    "is undecided while the other names are not known",
    { subjectAlternativeNames: unknown },
    "subjectAlternativeNames",
  );
});

describe("certificate-renewed", () => {
  const rule = ofIssued(certificateRenewed);
  const authority = "arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/1";
  rule.passes("passes one that DNS proves", {});
  rule.fails(
    "fails when somebody must answer an e-mail",
    { validationMethod: "EMAIL" },
    'validationMethod must be "DNS", got "EMAIL"',
  );
  rule.isUndecided(
    "is undecided while it is not known",
    { validationMethod: unknown },
    "validationMethod",
  );
  rule.doesNotApply(
    "does not apply to an authority of the account",
    { certificateAuthorityArn: authority, validationMethod: undefined },
    "its authority is the account's own",
  );
});
