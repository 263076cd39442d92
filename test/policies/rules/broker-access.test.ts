import { brokerAuthenticated, brokerPrivate } from "../../../policies/rules/broker-access";
import type { Data } from "../../../policies/data";
import { unknown } from "../kit";
import { suite } from "../suite";

const type = "aws:msk/cluster:Cluster";

describe("broker-private", () => {
  const withAccess = (access: unknown): Data => ({
    brokerNodeGroupInfo: { connectivityInfo: { publicAccess: { type: access } } },
  });
  const rule = suite(brokerPrivate, type, withAccess("DISABLED"));
  const path = "brokerNodeGroupInfo.connectivityInfo.publicAccess.type";
  rule.passes("passes brokers without a public address", {});
  rule.passes("passes when nothing is said, for AWS gives none then", { brokerNodeGroupInfo: {} });
  rule.fails(
    "fails when they have public addresses",
    withAccess("SERVICE_PROVIDED_EIPS"),
    `${path} must be "DISABLED", got "SERVICE_PROVIDED_EIPS"`,
  );
  rule.isUndecided("is undecided while that is not known", withAccess(unknown), path);
});

describe("broker-authenticated", () => {
  const withLogin = (clientAuthentication: unknown): Data => ({ clientAuthentication });
  const rule = suite(brokerAuthenticated, type, withLogin({ sasl: { iam: true } }));
  const none = "clientAuthentication must have sasl.iam, sasl.scram or tls, but has none";
  const open = "clientAuthentication.unauthenticated must not be true, got true";
  rule.passes("passes logins by IAM", {});
  rule.passes("passes logins by password", withLogin({ sasl: { scram: true } }));
  rule.passes(
    "passes client certificates",
    withLogin({ tls: { certificateAuthorityArns: [unknown] }, unauthenticated: false }),
  );
  rule.fails("fails when nothing is said, for AWS lets all in then", withLogin(undefined), none);
  rule.fails(
    "fails when every way is off",
    withLogin({ sasl: { iam: false, scram: false }, tls: { certificateAuthorityArns: [] } }),
    none,
  );
  rule.fails(
    "fails when others are let in beside",
    withLogin({ sasl: { iam: true }, unauthenticated: true }),
    open,
  );
  rule.fails(
    "fails with both when only others are",
    withLogin({ unauthenticated: true }),
    none,
    open,
  );
  rule.isUndecided(
    "is undecided while a way may be on",
    withLogin({ sasl: { iam: false, scram: unknown } }),
    "clientAuthentication.sasl.scram",
  );
  rule.isUndecided(
    "is undecided while others may be let in",
    withLogin({ sasl: { iam: true }, unauthenticated: unknown }),
    "clientAuthentication.unauthenticated",
  );
});

describe("broker-authenticated, on a serverless cluster", () => {
  const withIam = (enabled: unknown): Data => ({
    clientAuthentication: { sasl: { iam: { enabled } } },
  });
  const rule = suite(
    brokerAuthenticated,
    "aws:msk/serverlessCluster:ServerlessCluster",
    withIam(true),
  );
  rule.passes("passes logins by IAM", {});
  rule.fails(
    "fails when they are off",
    withIam(false),
    "clientAuthentication.sasl.iam.enabled must be true, got false",
  );
  rule.isUndecided(
    "is undecided while that is not known",
    { clientAuthentication: unknown },
    "clientAuthentication.sasl.iam.enabled",
  );
});
