import { all, notApplicable, pass } from "../judgement";
import { must, mustBe, mustBeSet, mustNotBe } from "../must";
import { propertiesAt } from "../reference";
import { resourceRule } from "../rule";
import {
  listenerRuleTypes,
  listenerTypes,
  ofProtocol,
  targetGroupTypes,
} from "./load-balancer-kind";

export const targetGroupHealthChecked = resourceRule({
  id: "target-group-health-checked",
  requires:
    "Load balancers ask targets that speak HTTP whether they are well, at a path of their own.",
  why: "Left to AWS they ask for /, which many a service answers however it is, or not at all.",
  fix: "Set healthCheck with the path at which the service says whether it can work.",
  severity: "medium",
  standards: { checkov: ["CKV_AWS_261"] },
  types: targetGroupTypes,
  exemptible: true,
  check: (group) => {
    const check = group.at("healthCheck");
    return ofProtocol(
      group.at("protocol"),
      ["HTTP", "HTTPS"],
      all(mustNotBe(check.at("enabled"), false), mustBeSet(check.at("path"))),
    );
  },
});

export const targetGroupEncrypted = resourceRule({
  id: "target-group-encrypted",
  requires: "Where configuration asks for it, load balancers speak TLS to their targets too.",
  why: "Within a VPC nobody but AWS sees what passes; some rules of trades want it encrypted there all the same.",
  fix: "Set protocol to HTTPS or TLS, and that of healthCheck to HTTPS.",
  severity: "medium",
  standards: { securityHub: ["ELB.21", "ELB.22"], checkov: ["CKV_AWS_378"] },
  types: targetGroupTypes,
  settings: {
    required: {
      kind: "boolean",
      description: "Whether what load balancers send to targets must be encrypted.",
      default: false,
    },
  },
  exemptible: true,
  check: (group, { required }) => {
    if (!required) return notApplicable("configuration does not ask for it");
    const [protocol, check] = [group.at("protocol"), group.at("healthCheck").at("protocol")];
    return ofProtocol(
      protocol,
      ["HTTP", "HTTPS", "TCP", "TLS"],
      all(
        must(protocol, "be HTTPS or TLS", (value) => value === "HTTPS" || value === "TLS"),
        must(
          check,
          "be HTTPS",
          (value) => value === "HTTPS" || (protocol.value === "TLS" && value !== "HTTP"),
        ),
      ),
    );
  },
});

export const targetGroupNotSticky = resourceRule({
  id: "target-group-not-sticky",
  requires: "Load balancers tie nobody to one target.",
  why: "With the target goes the session of everybody tied to it, and new targets stand idle while old ones are overrun.",
  fix: "Set stickiness.enabled to false, and keep sessions where every target finds them.",
  severity: "low",
  standards: {},
  types: [...targetGroupTypes, ...listenerTypes, ...listenerRuleTypes],
  exemptible: true,
  check: (resource) => {
    const own = resource.at("stickiness");
    const forwards = ["defaultActions", "actions"].flatMap((input) =>
      propertiesAt(resource, `${input}[].forward.stickiness.enabled`),
    );
    return all(
      own.isSet ? mustBe(own.at("enabled"), false) : pass,
      ...forwards.map((enabled) => mustNotBe(enabled, true)),
    );
  },
});
