import { unless } from "../../problems/phrases";
import type { ResourceAmounts } from "../args";
import { amountOf } from "../quantity";
import type { WorkloadSettings } from "../workload-settings";

/** What is wrong with what the container asks for, and gets at most. */
export function resourceProblems({ resources }: WorkloadSettings): readonly string[] {
  const { requests, limits } = resources;
  const kinds: readonly (keyof ResourceAmounts)[] = ["cpu", "memory"];
  return kinds.flatMap((kind) => {
    const wanted = quantityProblems(`resources.requests.${kind}`, requests[kind]);
    const most = quantityProblems(`resources.limits.${kind}`, limits[kind]);
    if (wanted.length + most.length > 0) return [...wanted, ...most];
    return unless(
      Number(amountOf(requests[kind])) <= Number(amountOf(limits[kind])),
      `resources.requests.${kind} must be at most the limit ${limits[kind]}, got ${requests[kind]}`,
    );
  });
}

function quantityProblems(path: string, quantity: string): readonly string[] {
  const amount = amountOf(quantity);
  return unless(
    amount !== undefined && amount > 0,
    `${path} must be a quantity such as 500m, 2 or 4Gi, got ${quantity}`,
  );
}
