import { all, fail, type Judgement, undecided } from "../judgement";
import { must } from "../must";
import type { Property } from "../property";
import type { Referrers, Stack, StackResource } from "../stack";
import { mustName, mustShareNamespace, related } from "./kubernetes-names";
import { titleOf } from "./title";

const scalerTypes = [
  "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
  "kubernetes:autoscaling/v1:HorizontalPodAutoscaler",
];

/** The autoscalers that say how many pods a workload has, and those that may. */
function scalersOf(workload: StackResource, stack: Stack): Referrers {
  const kind = workload.type.replace(/^.*:/, "").replace(/Patch$/, "");
  return related(stack.ofType(...scalerTypes), (scaler) => {
    const target = scaler.at("spec").at("scaleTargetRef");
    return all(
      must(target.at("kind"), "", (value) => value === kind),
      mustName(target.at("name"), scaler, workload),
      mustShareNamespace(scaler, workload),
    );
  });
}

/** Judges the fewest pods of a workload: those of its autoscalers, else its own. */
export function judgeFewest(
  workload: StackResource,
  stack: Stack,
  judge: (fewest: Property, owner: StackResource) => Judgement,
): Judgement {
  const { found, possible } = scalersOf(workload, stack);
  if (found.length > 0) {
    return all(...found.map((scaler) => judge(scaler.at("spec").at("minReplicas"), scaler)));
  }
  if (possible.length > 0) {
    return undecided(...possible.map((scaler) => `scaleTargetRef of ${titleOf(scaler)}`));
  }
  return judge(workload.at("spec").at("replicas"), workload);
}

/** The workload must have one pod at most; Kubernetes makes one where nothing is said. */
export function mustBeSingle(workload: StackResource, stack: Stack): Judgement {
  return judgeFewest(workload, stack, (fewest, owner) => {
    if (owner !== workload) return fail("");
    return must(fewest, "", (value) => Number(value ?? 1) <= 1);
  });
}
