import type { ResourceTransformation } from "@pulumi/pulumi";
import { boundedRoles } from "../components/bounded-roles";
import { partitionOf } from "../components/partition";
import type { Spec } from "../spec/spec";
import { prefixOf } from "./place";

/** What holds for every resource of a stack: its roles stay within what the account lets them. */
export function transformationsFor(spec: Spec): ResourceTransformation[] {
  const { account, region, permissionsBoundary: name } = spec;
  if (name === undefined) return [];
  const permissionsBoundary = `arn:${partitionOf(region)}:iam::${account}:policy/${name}`;
  return [boundedRoles({ permissionsBoundary, namePrefix: prefixOf(spec) })];
}
