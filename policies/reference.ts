import type { Property } from "./property";
import type { StackResource } from "./stack";
import type { Subject } from "./subject";

/** The resources of one type by what one of their inputs refers to: read once, asked often. */
export class References {
  private readonly byUrn = new Map<string, StackResource[]>();
  private readonly byValue = new Map<unknown, StackResource[]>();
  private readonly open: readonly StackResource[];

  /** @param path of the input, as {@link propertiesAt} takes it */
  constructor(
    private readonly resources: readonly StackResource[],
    private readonly path: string,
  ) {
    for (const resource of resources) {
      for (const urn of this.sourcesOf(resource)) add(this.byUrn, urn, resource);
      for (const { value } of propertiesAt(resource, path)) {
        add(this.byValue, value, resource);
        add(this.byValue, bucketOf(value), resource);
      }
    }
    this.open = resources.filter((resource) =>
      propertiesAt(resource, path).some(({ isUnknown }) => isUnknown),
    );
  }

  /**
   * Those that refer to `target`: by the dependency that the program states, which is there before any
   * id is known, else by equal value.
   */
  to(target: StackResource): readonly StackResource[] {
    const stated = this.byUrn.get(target.urn) ?? [];
    const equal = [...target.handles].flatMap((handle) => this.byValue.get(handle) ?? []);
    const found = new Set([...stated, ...equal]);
    return this.resources.filter((resource) => found.has(resource));
  }

  /** Those that may refer to a resource: their input is not known yet and comes from none like it. */
  openTo(isLike: (urn: string) => boolean): readonly StackResource[] {
    return this.open.filter((resource) => !this.sourcesOf(resource).some(isLike));
  }

  /** What the program made the input of, which it states for whole inputs only. */
  private sourcesOf(resource: StackResource): readonly string[] {
    const [input = ""] = this.path.split(/[.[]/);
    return resource.sources(input);
  }
}

/**
 * The properties of a resource at a path such as `accessLogs.bucket`. A segment that ends in `[]` stands
 * for every element of a list, or for what is there in place of one.
 */
export function propertiesAt(resource: Subject, path: string): readonly Property[] {
  const [input = "", ...segments] = path.split(".");
  return segments.reduce<readonly Property[]>(
    (owners, segment) => owners.flatMap((owner) => step(owner, segment)),
    step(resource, input),
  );
}

function step(owner: Pick<Property, "at">, segment: string): readonly Property[] {
  const property = owner.at(segment.replace(/\[\]$/, ""));
  return segment.endsWith("[]") && property.isList ? property.items : [property];
}

/** The bucket that an ARN is of: it says no more than the bucket's name, which is known before the ARN. */
function bucketOf(value: unknown): string | undefined {
  return /^arn:[^:]*:s3:::([^/]+)$/.exec(String(value))?.[1];
}

function add<K>(map: Map<K, StackResource[]>, key: K, resource: StackResource): void {
  const resources = map.get(key) ?? [];
  resources.push(resource);
  map.set(key, resources);
}
