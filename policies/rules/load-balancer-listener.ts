import { all, fail, type Judgement, notApplicable, undecided } from "../judgement";
import { given, must, mustBe } from "../must";
import type { Property } from "../property";
import { resourceRule, stackRule } from "../rule";
import { listenerRuleTypes, listenerTypes as types, ofProtocol } from "./load-balancer-kind";
import { mustLast, yearInSeconds } from "./strict-transport";
import { named } from "./title";

export const loadBalancerHttpRedirected = stackRule({
  id: "load-balancer-http-redirected",
  requires: "Load balancers send who comes by HTTP to HTTPS, and answer nothing else.",
  why: "What goes by HTTP is read and changed on the way, passwords and sessions first.",
  fix: "Give the listener and its rules one action: redirect, with the protocol HTTPS.",
  severity: "high",
  standards: { securityHub: ["ELB.1"], checkov: ["CKV_AWS_2", "CKV2_AWS_20"] },
  types,
  exemptible: true,
  check: (listener, _settings, stack) => {
    const protocol = listener.at("protocol");
    const isHttp = protocol.isSet ? protocol.value === "HTTP" : listener.at("port").isSet;
    if (!isHttp && !protocol.isUnknown) return notApplicable("it does not speak HTTP");
    const rules = stack.referring(listener, "listenerArn", ...listenerRuleTypes).found;
    return given(
      protocol,
      all(
        mustRedirect(listener.at("defaultActions")),
        ...rules.map((rule) => named(rule, mustRedirect(rule.at("actions")))),
      ),
    );
  },
});

function mustRedirect(actions: Property): Judgement {
  if (actions.isUnknown) return undecided(actions.path);
  if (actions.items.length === 0) return fail(`${actions.path} must redirect to HTTPS`);
  return all(
    ...actions.items.map((action) => {
      const type = action.at("type");
      const protocol = mustBe(action.at("redirect").at("protocol"), "HTTPS");
      return type.value === "redirect" ? protocol : mustBe(type, "redirect");
    }),
  );
}

/** Policies for TLS 1.2 and 1.3, or 1.3 alone, of whose ciphers each connection has a key of its own. */
const modern = [
  "ELBSecurityPolicy-TLS13-1-2-2021-06",
  "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04",
  "ELBSecurityPolicy-TLS13-1-2-FIPS-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
  "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
  "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-3-2021-06",
  "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04",
  "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09",
];

export const loadBalancerTlsCurrent = resourceRule({
  id: "load-balancer-tls-current",
  requires: "Load balancers speak TLS 1.2 or later, with ciphers that keep the past secret.",
  why: "AWS's default dates from 2016 and takes TLS 1.0, which was broken long ago.",
  fix: 'Set sslPolicy to "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", or another one that the configuration allows.',
  severity: "high",
  standards: { securityHub: ["ELB.17"], checkov: ["CKV_AWS_103", "CKV2_AWS_74"] },
  types,
  settings: {
    allowedPolicies: {
      kind: "texts",
      description: "Security policies that listeners may have.",
      form: "names of security policies of Elastic Load Balancing",
      pattern: "^ELBSecurityPolicy-[A-Za-z0-9-]+$",
      default: modern,
      stricter: "fewer",
    },
  },
  exemptible: true,
  check: (listener, { allowedPolicies }) =>
    ofProtocol(
      listener.at("protocol"),
      ["HTTPS", "TLS"],
      must(listener.at("sslPolicy"), "be one that the configuration allows", (value) =>
        allowedPolicies.some((policy) => policy === value),
      ),
    ),
});

export const loadBalancerHeadersSet = resourceRule({
  id: "load-balancer-headers-set",
  requires: "Listeners for HTTPS add the headers by which browsers protect who reads the answers.",
  why: "One service that forgets them is enough: its pages are shown in a stranger's frame, or asked for by HTTP the next time.",
  fix: 'Set routingHttpResponseStrictTransportSecurityHeaderValue to "max-age=31536000; includeSubDomains", …XContentTypeOptionsHeaderValue to "nosniff" and …XFrameOptionsHeaderValue to "DENY".',
  severity: "low",
  standards: {},
  types,
  settings: { minimumSeconds: yearInSeconds },
  exemptible: true,
  level: "advisory",
  check: (listener, { minimumSeconds }) =>
    ofProtocol(
      listener.at("protocol"),
      ["HTTPS"],
      all(
        mustLast(
          listener.at("routingHttpResponseStrictTransportSecurityHeaderValue"),
          minimumSeconds,
        ),
        mustBe(listener.at("routingHttpResponseXContentTypeOptionsHeaderValue"), "nosniff"),
        must(
          listener.at("routingHttpResponseXFrameOptionsHeaderValue"),
          "be DENY or SAMEORIGIN",
          (value) => value === "DENY" || value === "SAMEORIGIN",
        ),
      ),
    ),
});
