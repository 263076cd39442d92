import type { ResourceDocument, StackDocument } from "../document";
import { isOrigin } from "./origin";
import { readPath, type Path } from "./path";

/** The resources of a stack, found by type and by what their inputs are made from. */
export class Graph {
  readonly #byType = new Map<string, ResourceDocument[]>();
  readonly #byUrn = new Map<string, ResourceDocument>();

  constructor(resources: StackDocument["resources"]) {
    for (const resource of resources) {
      this.#byUrn.set(resource.urn, resource);
      const others = this.#byType.get(resource.type);
      if (others === undefined) this.#byType.set(resource.type, [resource]);
      else others.push(resource);
    }
  }

  at(urn: string): ResourceDocument | undefined {
    return this.#byUrn.get(urn);
  }

  ofType(type: string): readonly ResourceDocument[] {
    return this.#byType.get(type) ?? [];
  }

  /** What resources, given as `type` or `type::name`, have at a path. */
  valuesAt(resources: string, path: Path): readonly unknown[] {
    const [type = ""] = resources.split("::");
    const found = this.ofType(type).filter(({ name }) => isOrigin(`${type}::${name}`, resources));
    return found.map(({ inputs }) => readPath(inputs, path));
  }

  /** The resources that an input is made from, as `type::name`. */
  origins(resource: ResourceDocument, input: string): readonly string[] {
    const urns = resource.propertyDependencies[input] ?? [];
    return urns.map((urn) => {
      const origin = this.#byUrn.get(urn);
      return origin === undefined ? urn : `${origin.type}::${origin.name}`;
    });
  }
}
