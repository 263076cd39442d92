import { unless } from "../../problems/phrases";
import type { WorkloadSettings } from "../workload-settings";

const dnsLabel = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const workloadLabel = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;
const labelValue = /^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/;
const dnsSubdomain = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

/**
 * What is wrong with the names of a workload and of what it belongs to.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 */
export function nameProblems(settings: WorkloadSettings): readonly string[] {
  const { accountId, workloadName, namespace, partOf, priorityClass, image } = settings;
  return [
    ...unless(/^\d{12}$/.test(accountId), `accountId must be 12 digits, got ${accountId}`),
    ...unless(
      workloadLabel.test(workloadName),
      `workloadName must be lower-case letters, digits and hyphens, at most 63, a letter first, got ${workloadName}`,
    ),
    ...unless(
      dnsLabel.test(namespace),
      `namespace must be lower-case letters, digits and hyphens, at most 63, got ${namespace}`,
    ),
    ...unless(
      labelValue.test(partOf),
      `partOf must be letters, digits and _ . - between them, at most 63, got ${partOf}`,
    ),
    ...unless(
      priorityClass === undefined || dnsSubdomain.test(priorityClass),
      `priorityClass must be lower-case letters, digits, hyphens and dots, got ${String(priorityClass)}`,
    ),
    ...unless(
      isPinned(image),
      `image must have a digest, or a tag that is not latest, so that all pods run the same, got ${image}`,
    ),
  ];
}

function isPinned(image: string): boolean {
  const [, tag, digest] = /^[^\s@]*?[^\s@:/](?::([\w][\w.-]{0,127}))?(?:@(.*))?$/.exec(image) ?? [];
  if (digest !== undefined) return /^sha256:[0-9a-f]{64}$/.test(digest);
  return tag !== undefined && tag !== "latest";
}
