import type { Property } from "../property";
import type { Subject } from "../subject";

/** Where an object of each kind says what its pods are: the keys that lead to their template. */
const templates: Readonly<Record<string, readonly string[]>> = {
  "apps/v1:DaemonSet": ["spec", "template"],
  "apps/v1:Deployment": ["spec", "template"],
  "apps/v1:ReplicaSet": ["spec", "template"],
  "apps/v1:StatefulSet": ["spec", "template"],
  "batch/v1:CronJob": ["spec", "jobTemplate", "spec", "template"],
  "batch/v1:Job": ["spec", "template"],
  "core/v1:Pod": [],
};

/** The tokens of kinds, `apps/v1:Deployment`, each with that of its patch. */
export function withPatches(...kinds: readonly string[]): readonly string[] {
  return kinds.flatMap((kind) => [`kubernetes:${kind}`, `kubernetes:${kind}Patch`]);
}

/** The types of all objects that make pods. */
export const workloadTypes = withPatches(...Object.keys(templates));

/** The types of those whose pods serve until they are stopped. */
export const servingTypes = workloadTypes.filter((type) => !type.startsWith("kubernetes:batch/"));

/** Where a pod lists containers. */
export type ContainerList = "containers" | "ephemeralContainers" | "initContainers";

/** An object that makes pods. */
export class Workload {
  /** Whether it changes single fields of an object that something else made. */
  readonly isPatch: boolean;
  private readonly template: Pick<Property, "at">;

  constructor(readonly resource: Subject) {
    const { type } = resource;
    this.isPatch = type.endsWith("Patch");
    const kind = type.replace(/^kubernetes:/, "").replace(/Patch$/, "");
    const keys = templates[kind] ?? [];
    this.template = keys.reduce<Pick<Property, "at">>((owner, key) => owner.at(key), resource);
  }

  /** What its pods are: their `spec`. */
  get pod(): Property {
    return this.template.at("spec");
  }

  /** Labels of its pods. */
  get labels(): Property {
    return this.template.at("metadata").at("labels");
  }

  /** What its pods say for all of their containers, of one security setting. */
  security(key: string): Property {
    return this.pod.at("securityContext").at(key);
  }
}

/** A container of a pod. */
export class Container {
  constructor(
    private readonly content: Property,
    readonly workload: Workload,
  ) {}

  at(key: string): Property {
    return this.content.at(key);
  }

  /** What it says of one security setting. */
  own(key: string): Property {
    return this.at("securityContext").at(key);
  }

  /** What holds for it of one security setting: what it says itself, else what its pod says. */
  security(key: string): Property {
    const own = this.own(key);
    return own.isSet ? own : this.workload.security(key);
  }
}
