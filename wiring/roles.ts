import type { ResourceTransformation } from "@pulumi/pulumi";
import { boundedRoles } from "../components/bounded-roles";
import { policyArnOf } from "../components/deploy-roles/names";
import type { Spec } from "../spec/spec";
import { placeOf, prefixOf } from "./place";

/** What holds for every resource of a stack: its roles stay within what the account lets them. */
export function transformationsFor(spec: Spec): ResourceTransformation[] {
  const { permissionsBoundary: name } = spec;
  if (name === undefined) return [];
  const permissionsBoundary = policyArnOf(placeOf(spec), name);
  return [boundedRoles({ permissionsBoundary, namePrefix: prefixOf(spec) })];
}
