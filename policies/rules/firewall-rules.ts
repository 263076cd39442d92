import type { Property } from "../property";
import type { Stack, StackResource } from "../stack";
import { titleOf } from "./title";

export const webAclType = "aws:wafv2/webAcl:WebAcl";

/** The resources that add a rule to a web ACL from outside. */
const ruleType = "aws:wafv2/webAclRule:WebAclRule";
const associationType = "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation";

/** One rule of a web ACL, in whichever of three forms it was written. */
export class FirewallRule {
  constructor(
    private readonly owner: Pick<Property, "at">,
    /** How a message names the resource it is written in, with a colon; empty where that is the web ACL. */
    readonly prefix: string,
  ) {}

  /** Whether it takes over a group of rules by a resource made for that, which need not say what it does. */
  get isAssociation(): boolean {
    return this.owner.at("managedRuleGroup").isSet || this.owner.at("ruleGroupReference").isSet;
  }

  /** Name of the group of rules that it takes over from AWS or somebody else. */
  get groupName(): Property {
    const own = this.owner.at("managedRuleGroup");
    const statement = part(part(this.owner, "statement"), "managedRuleGroupStatement");
    return part(own.isSet ? own : statement, "name");
  }

  /** The limit of requests that it sets; not set where it is about something else. */
  get rateLimit(): Property {
    return part(part(this.owner, "statement"), "rateBasedStatement");
  }

  /** What it does, in the form of one's own rules and in that of groups: one of them is set. */
  get actions(): readonly [own: Property, ofGroup: Property] {
    return [part(this.owner, "action"), part(this.owner, "overrideAction")];
  }

  /** Whether CloudWatch counts what it finds. */
  get visibility(): Property {
    return part(this.owner, "visibilityConfig");
  }
}

/** The property `key` of a resource, or `Key` of AWS's own JSON. */
export function part(owner: Pick<Property, "at">, key: string): Property {
  const property = owner.at(key);
  const inJson = owner.at(key.charAt(0).toUpperCase() + key.slice(1));
  return inJson.isSet && !property.isSet ? inJson : property;
}

/** The rules of a web ACL. */
export interface FirewallRules {
  readonly known: readonly FirewallRule[];
  /** What is not known yet and may hold further ones. */
  readonly open: readonly string[];
}

/** The rules that stand in a web ACL itself. */
export function ownRulesOf(webAcl: Pick<Property, "at">): FirewallRules {
  const rules = webAcl.at("rules");
  const json = webAcl.at("ruleJson").json;
  const lists = json === undefined ? [rules] : [rules, json];
  return {
    known: lists.flatMap(({ items }) => items.map((rule) => new FirewallRule(rule, ""))),
    open: lists.filter(({ isUnknown }) => isUnknown).map(({ path }) => path),
  };
}

/** All rules of a web ACL, those that are resources of their own too. */
export function rulesOf(webAcl: StackResource, stack: Stack): FirewallRules {
  const own = ownRulesOf(webAcl);
  const { found, possible } = stack.referring(webAcl, "webAclArn", ruleType, associationType);
  return {
    known: [...own.known, ...found.map((rule) => new FirewallRule(rule, `${titleOf(rule)}: `))],
    open: [...own.open, ...possible.map((rule) => `webAclArn of ${titleOf(rule)}`)],
  };
}
