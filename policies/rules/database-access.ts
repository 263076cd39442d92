import { fail, notApplicable, pass } from "../judgement";
import { given, mustBe, mustNotBe } from "../must";
import { resourceRule } from "../rule";

const types = ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"];

export const databasePrivate = resourceRule({
  id: "database-private",
  requires: "RDS instances have no public address.",
  why: "A public address leaves only a security group and a password between the data and the internet.",
  fix: "Set publiclyAccessible to false and reach the database from inside the VPC.",
  severity: "critical",
  standards: { cis: ["2.2.3"], securityHub: ["RDS.2"], checkov: ["CKV_AWS_17"] },
  types: ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance"],
  exemptible: true,
  check: (instance) => mustNotBe(instance.at("publiclyAccessible"), true),
});

/** The engines that know IAM: of Oracle, SQL Server and Db2 AWS refuses the switch. */
const enginesWithIam = /^(aurora|mariadb|mysql|postgres)/;

export const databaseIamAuthentication = resourceRule({
  id: "database-iam-authentication",
  requires: "RDS instances and clusters accept logins by IAM.",
  why: "A login by IAM is a token of fifteen minutes, on record and withdrawn with the role; without it people share passwords.",
  fix: "Set iamDatabaseAuthenticationEnabled to true; passwords go on working beside it.",
  severity: "medium",
  standards: {
    securityHub: ["RDS.10", "RDS.12"],
    checkov: ["CKV_AWS_161", "CKV_AWS_162"],
  },
  types,
  exemptible: true,
  check: (database) => {
    const engine = database.at("engine");
    if (typeof engine.value === "string" && !enginesWithIam.test(engine.value)) {
      return notApplicable("its engine knows no logins by IAM");
    }
    return given(engine, mustBe(database.at("iamDatabaseAuthenticationEnabled"), true));
  },
});

export const databasePasswordKeptOut = resourceRule({
  id: "database-password-kept-out",
  requires: "The master password of RDS instances and clusters is not kept in Pulumi's state.",
  why: "Whoever can read the state or the stack's key has the password, and nothing rotates it.",
  fix: "Set manageMasterUserPassword to true, so that RDS makes and rotates it, or give it as passwordWo, masterPasswordWo in a cluster, which no state keeps.",
  severity: "high",
  standards: {},
  types,
  exemptible: true,
  check: (database) => {
    const kept = [database.at("password"), database.at("masterPassword")];
    const failures = kept
      .filter(({ isSet }) => isSet)
      .map(({ path, finding }) => `${path} must be left out, ${finding}`);
    return failures.length > 0 ? fail(...failures) : pass;
  },
});

export const databaseProxyTls = resourceRule({
  id: "database-proxy-tls",
  requires: "RDS proxies refuse connections without TLS.",
  why: "The proxy speaks TLS to the database, but takes passwords and data in the clear from a client that does not ask for it.",
  fix: "Set requireTls to true.",
  severity: "high",
  standards: { securityHub: ["RDS.43"] },
  types: ["aws:rds/proxy:Proxy"],
  exemptible: true,
  check: (proxy) => mustBe(proxy.at("requireTls"), true),
});
