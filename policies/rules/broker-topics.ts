import { all, fail, type Judgement, notApplicable, pass, undecided } from "../judgement";
import { given } from "../must";
import type { Property } from "../property";
import { stackRule } from "../rule";
import type { Stack, StackResource } from "../stack";
import { cluster } from "./broker-kind";
import { javaProperties } from "./java-properties";
import { named } from "./title";

/** What new topics must be like at least. */
interface Demands {
  readonly minimumReplicas: number;
  readonly minimumInSync: number;
}

const replicas = "default.replication.factor";
const inSync = "min.insync.replicas";

export const brokerTopicsDurable = stackRule({
  id: "broker-topics-durable",
  requires: "Topics on MSK lose no message when a broker is lost.",
  why: "Unless told otherwise AWS lets a replica that lags become leader, and what it never had is lost; and a topic of which every replica must be in sync takes no message while a broker restarts.",
  fix: "Create an aws.msk.Configuration whose serverProperties set default.replication.factor, min.insync.replicas below it, unclean.leader.election.enable=false and auto.create.topics.enable=false, and name it in configurationInfo.",
  severity: "high",
  standards: {},
  types: [cluster],
  settings: {
    minimumReplicas: {
      kind: "integer",
      description: "Replicas of a topic at least.",
      minimum: 2,
      maximum: 15,
      default: 3,
      stricter: "higher",
    },
    minimumInSync: {
      kind: "integer",
      description: "Replicas that must have a message before it counts as written, at least.",
      minimum: 1,
      maximum: 14,
      default: 2,
      stricter: "higher",
    },
  },
  exemptible: true,
  profiles: { staging: { settings: { minimumReplicas: 2, minimumInSync: 1 } } },
  check: (broker, demands, stack) => {
    const instanceType = broker.at("brokerNodeGroupInfo").at("instanceType");
    return String(instanceType.value).startsWith("express.")
      ? notApplicable("AWS sets this on Express brokers, and safely")
      : given(instanceType, mustBeConfigured(broker, demands, stack));
  },
});

function mustBeConfigured(broker: StackResource, demands: Demands, stack: Stack): Judgement {
  const information = broker.at("configurationInfo");
  if (!information.isSet) {
    return fail(`${information.path} must name a configuration of your own, but is not set`);
  }
  const path = "configurationInfo.arn";
  const found = stack.referredBy(broker, path, "aws:msk/configuration:Configuration");
  if (found.length === 0) return undecided(`the properties of what ${path} names`);
  return all(
    ...found.map((each) => named(each, mustBeDurable(each.at("serverProperties"), demands))),
  );
}

function mustBeDurable(text: Property, demands: Demands): Judgement {
  if (text.isUnknown) return undecided(text.path);
  const values = javaProperties(typeof text.value === "string" ? text.value : "");
  const must = (key: string, requirement: string, holds: (value: string) => boolean): Judgement => {
    const value = values.get(key);
    if (value !== undefined && holds(value)) return pass;
    return fail(`${text.path} must set ${key} ${requirement}, ${findingOf(text, value)}`);
  };
  const { minimumReplicas, minimumInSync } = demands;
  const isFalse = (value: string): boolean => value.toLowerCase() === "false";
  const reserve = Number(values.get(replicas)) - 1;
  return all(
    must(replicas, `to at least ${minimumReplicas.toString()}`, (n) => +n >= minimumReplicas),
    must(inSync, `to at least ${minimumInSync.toString()}`, (n) => +n >= minimumInSync),
    must(inSync, `below ${replicas}`, (n) => !(+n > reserve)),
    must("unclean.leader.election.enable", "to false", isFalse),
    must("auto.create.topics.enable", "to false", isFalse),
  );
}

function findingOf({ isConfidential }: Property, value: string | undefined): string {
  if (value === undefined) return "but does not name it";
  return isConfidential ? "got a value that is not shown" : `got ${JSON.stringify(value)}`;
}
