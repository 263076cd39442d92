import { all, type Judgement, notApplicable, undecided } from "../judgement";
import { given } from "../must";
import type { Property } from "../property";
import type { Subject } from "../subject";
import { Container, type ContainerList, Workload } from "./pod-workload";

const everyList: readonly ContainerList[] = ["containers", "initContainers", "ephemeralContainers"];

/** Containers that are there from the start: one for debugging gets no resources and no probes. */
export const lastingLists: readonly ContainerList[] = ["containers", "initContainers"];

/** Judges every container of a workload's pods; undecided while it is not known which there are. */
export function judgeContainers(
  resource: Subject,
  judge: (container: Container) => Judgement,
  lists = everyList,
): Judgement {
  const workload = new Workload(resource);
  const listed = lists.map((list) => workload.pod.at(list));
  const containers = listed.flatMap(({ items }) => items);
  const unknown = [...listed, ...containers].filter(({ isUnknown }) => isUnknown);
  const known = containers.filter(({ isUnknown }) => !isUnknown);
  if (known.length + unknown.length === 0) return notApplicable("it names no containers");
  return all(
    ...known.map((container) => judge(new Container(container, workload))),
    ...unknown.map(({ path }) => undecided(path)),
  );
}

/** What is not set fails in an object, but not in a patch of one. */
export function whereSaid(
  { isPatch }: Workload,
  property: Property,
  judgement: Judgement,
): Judgement {
  return isPatch && !property.isSet
    ? notApplicable("a patch says only what it changes")
    : judgement;
}

/** Windows knows nothing of what Linux lets a process do. */
export function unlessWindows({ pod }: Workload, judgement: Judgement): Judgement {
  const system = pod.at("os").at("name");
  return system.value === "windows"
    ? notApplicable("Windows has none of it")
    : given(system, judgement);
}
