import { all, any, fail, type Judgement, notApplicable, pass, undecided } from "../judgement";
import { given, must, mustBe } from "../must";
import type { Property } from "../property";
import { resourceRule, stackRule } from "../rule";
import { type FirewallRule, ownRulesOf, part, rulesOf, webAclType } from "./firewall-rules";

const types = [webAclType];

export const firewallRulesSet = stackRule({
  id: "firewall-rules-set",
  requires: "Web ACLs of AWS WAF have rules, each with something to do.",
  why: "One without rules lets everything through, and every check that asks for a firewall is content with it.",
  fix: "Add an aws.wafv2.WebAclRule for each rule, with the web ACL's ARN and an action, or the overrideAction of a group.",
  severity: "high",
  standards: { securityHub: ["WAF.10"], checkov: ["CKV_AWS_175", "CKV_AWS_342"] },
  types,
  exemptible: true,
  check: (webAcl, _settings, stack) => {
    const { known, open } = rulesOf(webAcl, stack);
    if (known.length > 0) return all(...known.map(mustDoSomething));
    return open.length > 0 ? undecided(...open) : fail("it must have rules, but has none");
  },
});

function mustDoSomething({ prefix, actions, isAssociation }: FirewallRule): Judgement {
  const [own, ofGroup] = actions;
  if (isAssociation || own.isSet || ofGroup.isSet) return pass;
  return fail(`${prefix}${own.path} must be set, or ${ofGroup.path}`);
}

export const firewallManagedRulesApplied = stackRule({
  id: "firewall-managed-rules-applied",
  requires: "Web ACLs apply the groups of rules that AWS keeps against known attacks.",
  why: "A hole in a library such as Log4j is tried everywhere within hours; AWS writes the rule against it before anybody here has read of it.",
  fix: "Add a rule with a managedRuleGroupStatement of the vendor AWS for each group that is named.",
  severity: "high",
  standards: { checkov: ["CKV_AWS_192", "CKV2_AWS_47", "CKV2_AWS_76"] },
  types,
  settings: {
    groups: {
      kind: "texts",
      description: "Groups of rules that every web ACL must apply.",
      form: "names of groups of rules of AWS",
      pattern: "^AWSManagedRules[A-Za-z0-9]+$",
      default: ["AWSManagedRulesKnownBadInputsRuleSet"],
      stricter: "more",
    },
  },
  exemptible: true,
  check: (webAcl, { groups }, stack) => {
    const { known, open } = rulesOf(webAcl, stack);
    return all(
      ...groups.map((group) =>
        any(
          [
            ...known.map(({ groupName }) => must(groupName, "", (name) => name === group)),
            ...open.map((path) => undecided(path)),
          ],
          `it must apply ${group}, but does not`,
        ),
      ),
      pass,
    );
  },
});

export const firewallRateLimited = stackRule({
  id: "firewall-rate-limited",
  requires: "Web ACLs limit how often one address may ask.",
  why: "Without a limit one machine is enough to try passwords by the million, or to keep every service busy.",
  fix: "Add a rule with a rateBasedStatement that counts by address, and a limit for its evaluationWindowSec.",
  severity: "medium",
  standards: {},
  types,
  settings: {
    maximumRequests: {
      kind: "integer",
      description: "Requests in five minutes that an address may be let through at most.",
      minimum: 10,
      maximum: 2000000000,
      default: 2000,
      stricter: "lower",
    },
  },
  exemptible: true,
  check: (webAcl, { maximumRequests }, stack) => {
    const { known, open } = rulesOf(webAcl, stack);
    const limits = known.filter(({ rateLimit }) => rateLimit.isSet);
    const judgements = limits.map((rule) => mustLimit(rule, maximumRequests));
    const parts = [...judgements, ...open.map((path) => undecided(path))];
    const [lax] = judgements.flatMap((each) => (each.verdict === "fail" ? each.failures : []));
    return any(parts, lax ?? "it must limit requests by address, but does not");
  },
});

/** Seconds that a limit looks back where it does not say. */
const defaultWindow = 300;

function mustLimit({ prefix, rateLimit }: FirewallRule, maximum: number): Judgement {
  const [limit, window] = [part(rateLimit, "limit"), part(rateLimit, "evaluationWindowSec")];
  const seconds = typeof window.value === "number" ? window.value : defaultWindow;
  const allowed = Math.floor((maximum * seconds) / 300);
  const requirement = `be at most ${allowed.toString()} in ${seconds.toString()} seconds`;
  const holds = (value: unknown): boolean => typeof value === "number" && value <= allowed;
  const judgement = given(window, must(limit, requirement, holds));
  return judgement.verdict === "fail"
    ? fail(...judgement.failures.map((line) => `${prefix}${line}`))
    : judgement;
}

export const firewallBlocks = stackRule({
  id: "firewall-blocks",
  requires: "Web ACLs refuse what their groups of rules and limits find, and do not only count it.",
  why: "Counting is for the weeks in which one learns what a rule would refuse. A firewall left so writes the attack down and lets it in.",
  fix: "Set overrideAction to none for groups, and action to block for limits of requests.",
  severity: "high",
  standards: {},
  types,
  exemptible: true,
  profiles: { staging: { level: "disabled" } },
  check: (webAcl, _settings, stack) => {
    const { known, open } = rulesOf(webAcl, stack);
    const guards = known.filter(({ groupName, rateLimit }) => groupName.isSet || rateLimit.isSet);
    const parts = [...guards.map(mustRefuse), ...open.map((path) => undecided(path))];
    return parts.length > 0 ? all(...parts) : notApplicable("it has neither groups nor limits");
  },
});

/** An action is a map with one key, or for some groups a word. */
function mustRefuse({ prefix, actions }: FirewallRule): Judgement {
  return all(
    ...actions.map((action) => {
      const count = part(action, "count");
      if (action.isUnknown || count.isUnknown) return undecided(`${prefix}${action.path}`);
      const isCounted = count.isSet || action.value === "count";
      return isCounted ? fail(`${prefix}${action.path} must not be to count only`) : pass;
    }),
  );
}

export const firewallMetered = resourceRule({
  id: "firewall-metered",
  requires: "CloudWatch counts what web ACLs, their rules and groups of rules find.",
  why: "Without numbers nobody sees an attack begin, nor a rule that refuses customers.",
  fix: "Set visibilityConfig.cloudwatchMetricsEnabled to true.",
  severity: "medium",
  standards: { securityHub: ["WAF.12"] },
  types: [webAclType, "aws:wafv2/webAclRule:WebAclRule", "aws:wafv2/ruleGroup:RuleGroup"],
  exemptible: true,
  check: (resource) => {
    const { known, open } = ownRulesOf(resource);
    const configs = [resource.at("visibilityConfig"), ...known.map(({ visibility }) => visibility)];
    return all(...configs.map(mustMeter), ...open.map((path) => undecided(path)));
  },
});

function mustMeter(config: Property): Judgement {
  const inJson = config.at("CloudWatchMetricsEnabled");
  return mustBe(inJson.isSet ? inJson : config.at("cloudwatchMetricsEnabled"), true);
}
