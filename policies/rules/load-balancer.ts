import { all, fail, notApplicable, pass, undecided } from "../judgement";
import { given, must, mustBe, mustBeSet } from "../must";
import { resourceRule, stackRule } from "../rule";
import { loadBalancerTypes as types, ofApplication } from "./load-balancer-kind";
import { oneMustSpan } from "./span";
import { titleOf } from "./title";

const gateway = notApplicable("a Gateway Load Balancer passes packets on, whatever they say");

export const loadBalancerAccessLogged = resourceRule({
  id: "load-balancer-access-logged",
  requires: "Load balancers log what they are asked.",
  why: "They alone see every request with the address it came from, also those that no service answered.",
  fix: "Set accessLogs with enabled and a bucket that load balancers may write to, under S3's own keys.",
  severity: "medium",
  standards: { securityHub: ["ELB.5"], checkov: ["CKV_AWS_91"] },
  types,
  exemptible: true,
  check: (balancer) => {
    const [kind, logs] = [balancer.at("loadBalancerType"), balancer.at("accessLogs")];
    const judgement = all(mustBe(logs.at("enabled"), true), mustBeSet(logs.at("bucket")));
    return kind.value === "gateway" ? gateway : given(kind, judgement);
  },
});

export const loadBalancerDeletionProtected = resourceRule({
  id: "load-balancer-deletion-protected",
  requires: "AWS refuses to delete load balancers.",
  why: "A new one has another name and other addresses: until DNS and everybody's firewalls follow, nothing is reached.",
  fix: "Set enableDeletionProtection to true.",
  severity: "medium",
  standards: { securityHub: ["ELB.6"], checkov: ["CKV_AWS_150"] },
  types,
  exemptible: true,
  profiles: { staging: { level: "disabled" } },
  check: (balancer) => mustBe(balancer.at("enableDeletionProtection"), true),
});

export const loadBalancerMalformedRefused = resourceRule({
  id: "load-balancer-malformed-refused",
  requires: "Load balancers pass on no request that services may read differently.",
  why: "A header that one side reads and the other does not lets an attacker hide a second request in the first, past firewall and login.",
  fix: 'Set dropInvalidHeaderFields to true, and desyncMitigationMode to "strictest" or "defensive".',
  severity: "medium",
  standards: {
    securityHub: ["ELB.4", "ELB.12"],
    checkov: ["CKV_AWS_131", "CKV_AWS_328"],
  },
  types,
  exemptible: true,
  check: (balancer) =>
    ofApplication(
      balancer,
      all(
        mustBe(balancer.at("dropInvalidHeaderFields"), true),
        must(
          balancer.at("desyncMitigationMode"),
          "be defensive or strictest",
          (value) => value === undefined || value === "defensive" || value === "strictest",
        ),
      ),
    ),
});

export const loadBalancerZones = resourceRule({
  id: "load-balancer-zones",
  requires: "Load balancers stand in enough zones.",
  why: "A load balancer in one zone is lost with it, and with it every service behind, wherever they run.",
  fix: "Name subnets of two zones or more.",
  severity: "medium",
  standards: { securityHub: ["ELB.13"] },
  types,
  settings: {
    minimumZones: {
      kind: "integer",
      description:
        "Zones that a load balancer stands in at least: subnets, of which AWS takes one a zone.",
      minimum: 2,
      maximum: 6,
      default: 2,
      stricter: "higher",
    },
  },
  exemptible: true,
  check: (balancer, { minimumZones }) =>
    oneMustSpan(balancer.at("subnets"), balancer.at("subnetMappings"), minimumZones),
});

export const loadBalancerCrossZone = resourceRule({
  id: "load-balancer-cross-zone",
  requires: "Network and Gateway Load Balancers send to targets in every zone.",
  why: "Without it each zone sends to its own targets alone: where those are few they are overrun, where there are none connections are lost.",
  fix: "Set enableCrossZoneLoadBalancing to true.",
  severity: "low",
  standards: { checkov: ["CKV_AWS_152"] },
  types,
  exemptible: true,
  level: "advisory",
  check: (balancer) => {
    const kind = balancer.at("loadBalancerType");
    const isApplication = !kind.isSet || kind.value === "application";
    return isApplication
      ? notApplicable("an Application Load Balancer always does")
      : given(kind, mustBe(balancer.at("enableCrossZoneLoadBalancing"), true));
  },
});

export const loadBalancerExposureDeclared = resourceRule({
  id: "load-balancer-exposure-declared",
  requires: "Load balancers face the internet only where the program says so.",
  why: "AWS puts a load balancer on the internet where nothing is said, so that a forgotten line shows an internal service to everybody.",
  fix: "Set internal to true, or to false where the internet is meant.",
  severity: "high",
  standards: {},
  types,
  exemptible: true,
  check: (balancer) => mustBeSet(balancer.at("internal")),
});

export const loadBalancerFirewalled = stackRule({
  id: "load-balancer-firewalled",
  requires: "Application Load Balancers on the internet stand behind a firewall of AWS WAF.",
  why: "What comes in is tried for known holes all day; the firewall refuses it before a service sees it.",
  fix: "Create an aws.wafv2.WebAclAssociation with the load balancer's ARN as resourceArn.",
  severity: "high",
  standards: { securityHub: ["ELB.16"], checkov: ["CKV2_AWS_28"] },
  types,
  exemptible: true,
  check: (balancer, _settings, stack) => {
    const internal = balancer.at("internal");
    if (internal.value === true) return notApplicable("it is not reached from the internet");
    const type = "aws:wafv2/webAclAssociation:WebAclAssociation";
    const { found, possible } = stack.referring(balancer, "resourceArn", type);
    const none = fail(`the load balancer must have an ${type}, but none refers to it`);
    const open = undecided(...possible.map((one) => `resourceArn of ${titleOf(one)}`));
    const missing = possible.length > 0 ? open : none;
    return ofApplication(balancer, given(internal, found.length > 0 ? pass : missing));
  },
});
