import { fail, type Judgement, notApplicable, pass, undecided } from "../judgement";
import { must } from "../must";
import type { Property } from "../property";
import { resourceRule, stackRule } from "../rule";
import type { StackResource } from "../stack";
import { isReplica } from "./database-replica";
import { isOfAuroraInstance, judgeParameter } from "./parameter-group";

/** How an engine is told to refuse connections without TLS. */
interface TlsSwitch {
  /** Start of the parameter group family, then its version. */
  readonly family: RegExp;
  readonly parameter: string;
  readonly on: readonly string[];
  /** The version from which it is on unless it is switched off. */
  readonly defaultFrom: number;
}

const never = Number.POSITIVE_INFINITY;

/** From the RDS user guide, "Requiring SSL/TLS" of each engine. */
const tlsSwitches: readonly TlsSwitch[] = [
  { family: /^postgres(\d+)/, parameter: "rds.force_ssl", on: ["1"], defaultFrom: 15 },
  { family: /^aurora-postgresql(\d+)/, parameter: "rds.force_ssl", on: ["1"], defaultFrom: never },
  { family: /^sqlserver-()/, parameter: "rds.force_ssl", on: ["1"], defaultFrom: never },
  {
    family: /^(?:aurora-)?mysql()/,
    parameter: "require_secure_transport",
    on: ["1", "ON"],
    defaultFrom: never,
  },
  {
    family: /^mariadb(\d+\.\d+)/,
    parameter: "require_secure_transport",
    on: ["1", "ON"],
    defaultFrom: 11.8,
  },
];

export const databaseTlsForced = resourceRule({
  id: "database-tls-forced",
  requires: "RDS parameter groups refuse connections without TLS.",
  why: "Otherwise a client that is set up wrongly sends its password and the data in the clear, and nobody notices.",
  fix: 'Give the group the parameter rds.force_ssl with the value "1"; for MySQL and MariaDB require_secure_transport.',
  severity: "high",
  standards: { securityHub: ["RDS.38"], checkov: ["CKV2_AWS_69"] },
  types: [
    "aws:rds/parameterGroup:ParameterGroup",
    "aws:rds/clusterParameterGroup:ClusterParameterGroup",
  ],
  exemptible: true,
  check: (group) => {
    const family = group.at("family");
    if (family.isUnknown) return undecided(family.path);
    const tls = switchOf(String(family.value));
    if (tls === undefined) return notApplicable("TLS is no parameter of this engine");
    if (isOfAuroraInstance(group.type, String(family.value))) {
      return notApplicable("TLS is a parameter of the Aurora cluster, not of its instances");
    }
    return mustForceTls(group.at("parameters"), tls, String(family.value));
  },
});

function switchOf(family: string): TlsSwitch | undefined {
  return tlsSwitches.find((tls) => tls.family.test(family));
}

function mustForceTls(parameters: Property, tls: TlsSwitch, family: string): Judgement {
  return judgeParameter(parameters, tls.parameter, (value) => {
    if (value !== undefined) {
      return must(value, `be ${quoted(tls)} for ${tls.parameter}`, (given) =>
        tls.on.includes(String(given).toUpperCase()),
      );
    }
    const version = Number(tls.family.exec(family)?.[1]);
    return version >= tls.defaultFrom
      ? pass
      : fail(`${parameters.path} must set ${tls.parameter} to ${quoted(tls)}, but do not name it`);
  });
}

function quoted(tls: TlsSwitch): string {
  return `"${tls.on[0] ?? ""}"`;
}

export const databaseParameterGroupOwn = stackRule({
  id: "database-parameter-group-own",
  requires: "RDS instances use a parameter group of their own, not the default of AWS.",
  why: "The default group cannot be changed: nothing can be forced on its connections, and a new version may change what it says.",
  fix: "Create an aws.rds.ParameterGroup of the engine's family and set parameterGroupName to its name.",
  severity: "medium",
  standards: { checkov: ["CKV2_AWS_69"] },
  types: ["aws:rds/instance:Instance"],
  exemptible: true,
  check: (instance, _settings, stack) => {
    const name = instance.at("parameterGroupName");
    if (!name.isSet && isReplica(instance)) {
      return notApplicable("a replica uses the group of its source");
    }
    if (!name.isSet || isDefault(name)) return mustBeOwn(name);
    const groups = stack.ofType("aws:rds/parameterGroup:ParameterGroup");
    return groups.some((group) => isNamed(instance, group)) ? pass : outside(name);
  },
});

function isDefault(name: Property): boolean {
  return typeof name.value === "string" && name.value.startsWith("default.");
}

function mustBeOwn(name: Property): Judgement {
  return fail(`${name.path} must name a parameter group of your own, ${name.finding}`);
}

function isNamed(instance: StackResource, group: StackResource): boolean {
  const name = instance.at("parameterGroupName").value;
  return instance.sources("parameterGroupName").includes(group.urn) || group.handles.has(name);
}

/** A group that is made elsewhere is there, but what it forces cannot be seen. */
function outside(name: Property): Judgement {
  return undecided(`the parameters of the group that ${name.path} names`);
}
