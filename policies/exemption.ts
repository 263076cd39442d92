import type { PolicyConfigSchema } from "@pulumi/policy";
import { isData } from "./data";
import { matchesGlob } from "./glob";
import type { Problem } from "./problem";
import { shown } from "./shown";

/** Why and until when some resources need not satisfy a rule. */
export interface Exemption {
  /** Glob over the URN or the name of a resource; `*` matches any characters: `*::reporting-*`. */
  readonly resource: string;
  /** Why the resource may differ. */
  readonly reason: string;
  /** Who answers for it. */
  readonly owner: string;
  /** The last day it holds, `YYYY-MM-DD`. */
  readonly expires: string;
}

const fields = ["resource", "reason", "owner", "expires"] as const;

/** The JSON Schema of a rule's `exemptions`, which the engine holds configuration against. */
export const exemptionsSchema: PolicyConfigSchema["properties"][string] = {
  type: "array",
  description:
    "Resources that need not satisfy the rule, each with a reason, an owner and a last day.",
  default: [],
  items: {
    type: "object",
    required: [...fields],
    additionalProperties: false,
    properties: {
      resource: { type: "string", minLength: 1, description: "Glob over the URN or the name." },
      reason: { type: "string", minLength: 1, description: "Why the resource may differ." },
      owner: { type: "string", minLength: 1, description: "Who answers for it." },
      expires: {
        type: "string",
        pattern: String.raw`^\d{4}-\d{2}-\d{2}$`,
        description: "The last day it holds, YYYY-MM-DD.",
      },
    },
  },
};

/** Whether the exemption names the resource. */
export function covers(exemption: Exemption, resource: { urn: string; name: string }): boolean {
  return matchesGlob(exemption.resource, resource.urn, resource.name);
}

/** Whether its last day lies before `today`, both `YYYY-MM-DD`. */
export function isExpired(exemption: Exemption, today: string): boolean {
  return exemption.expires < today;
}

/** Everything that is wrong with one entry of a rule's `exemptions`. */
export function problemsOf(entry: unknown, path: string, today: string): readonly Problem[] {
  if (!isData(entry)) {
    return [{ path, value: entry, rule: "must be an object", fix: `give it ${fields.join(", ")}` }];
  }
  return [
    ...Object.keys(entry).flatMap((key) => unknownField(key, path)),
    ...fields.flatMap((field) => emptyField(entry[field], `${path}.${field}`)),
    ...breadthProblems(entry["resource"], `${path}.resource`),
    ...expiryProblems(entry["expires"], `${path}.expires`, today),
  ];
}

/** Whether the entry is a complete exemption. */
export function isExemption(entry: unknown): entry is Exemption {
  return isData(entry) && fields.every((field) => typeof entry[field] === "string");
}

function unknownField(key: string, path: string): readonly Problem[] {
  if (fields.some((field) => field === key)) return [];
  const rule = `must be one of ${fields.join(", ")}`;
  return [{ path: `${path}.${key}`, rule, fix: "remove it" }];
}

function emptyField(value: unknown, path: string): readonly Problem[] {
  if (value === undefined) {
    return [{ path, rule: "must be given", fix: "say so: an exemption is for somebody to review" }];
  }
  if (typeof value === "string" && value.trim() !== "") return [];
  return [
    { path, value, rule: "must be a text that is not empty", fix: `replace ${shown(value)}` },
  ];
}

function breadthProblems(value: unknown, path: string): readonly Problem[] {
  if (typeof value !== "string" || value.trim() === "" || /[^*?\s]/.test(value)) return [];
  const fix = "set the rule's enforcementLevel to disabled if it shall hold for no resource";
  return [{ path, value, rule: "must name resources, not match all of them", fix }];
}

function expiryProblems(value: unknown, path: string, today: string): readonly Problem[] {
  if (typeof value !== "string" || value.trim() === "") return [];
  if (!isDate(value)) {
    return [{ path, value, rule: "must be a date, YYYY-MM-DD", fix: `write it like ${today}` }];
  }
  if (value >= today) return [];
  const fix = "remove the exemption, or have its owner renew it";
  return [{ path, value, rule: `must not lie before today, ${today}`, fix }];
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
