import { all, fail, type Judgement, pass, undecided } from "../judgement";
import type { Property } from "../property";
import type { Subject } from "../subject";
import { withPatches } from "./pod-workload";

/** The types of roles. */
export const roleTypes = withPatches(
  "rbac.authorization.k8s.io/v1:ClusterRole",
  "rbac.authorization.k8s.io/v1:Role",
);

/** What a role may let somebody do, of all that each list says. */
export interface Grant {
  /** API group; the core group has an empty name. */
  readonly group: string;
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** Whether a rule may let somebody do so that names the objects. */
  readonly named?: boolean;
}

/** No rule of the role may let anybody do these things. */
export function mustNotGrant(role: Subject, grants: readonly Grant[]): Judgement {
  return judgeRules(role, (rule) => all(...grants.map((grant) => mustNotAllow(rule, grant))));
}

/** Judges every rule of a role; undecided while it is not known which there are. */
export function judgeRules(role: Subject, judge: (rule: Property) => Judgement): Judgement {
  const rules = role.at("rules");
  if (rules.isUnknown) return undecided(rules.path);
  return all(
    ...rules.items.map((rule) => (rule.isUnknown ? undecided(rule.path) : judge(rule))),
    pass,
  );
}

function mustNotAllow(rule: Property, { group, resources, verbs, named }: Grant): Judgement {
  const names = rule.at("resourceNames");
  if (named === true && (names.isUnknown || names.items.length > 0)) return pass;
  const allows = all(
    mustIncludeOne(rule.at("apiGroups"), [group]),
    mustIncludeOne(rule.at("resources"), resources),
    mustIncludeOne(rule.at("verbs"), verbs),
  );
  if (allows.verdict !== "pass") return allows.verdict === "undecided" ? allows : pass;
  const words = [verbs, resources].map((list) => list.join(" or "));
  return fail(`${rule.path} must not let anybody ${words.join(" ")}`);
}

/** One of the names must be in the list, or be covered by a wildcard: `*`, or `*` with a subresource. */
function mustIncludeOne(list: Property, names: readonly string[]): Judgement {
  const wanted = names.flatMap((name) => [name, "*", name.replace(/^[^/]+(?=\/)/, "*")]);
  if (list.items.some(({ value }) => wanted.some((name) => name === value))) return pass;
  const unknown = [list, ...list.items].find(({ isUnknown }) => isUnknown);
  return unknown === undefined ? fail("") : undecided(unknown.path);
}
