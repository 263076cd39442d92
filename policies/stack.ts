import { Property } from "./property";
import { Subject, type SubjectArgs } from "./subject";

/** The facts of a resource that a {@link StackResource} is made of. */
export interface StackResourceArgs extends SubjectArgs {
  /** What the provider returned. */
  readonly outputs: object;
  /** URNs of the resources that each input was made from. */
  readonly dependencies: Readonly<Record<string, readonly string[]>>;
}

/** One resource of a stack, with what it was made from. */
export class StackResource extends Subject {
  private readonly outputs: Property;
  private readonly dependencies: StackResourceArgs["dependencies"];

  constructor(args: StackResourceArgs) {
    super(args);
    this.outputs = Property.root(args.outputs, args.secrets);
    this.dependencies = args.dependencies;
  }

  /** URNs of the resources that the input `key` was made from. */
  sources(key: string): readonly string[] {
    return this.dependencies[key] ?? [];
  }

  /** What another resource may call it by, as far as that is known: its id, ARN, name. */
  get handles(): ReadonlySet<unknown> {
    const known = ["id", "arn", "name"].map((key) => this.outputs.at(key).value);
    return new Set(known.filter((handle) => typeof handle === "string"));
  }
}

/** The resources that refer to another one. */
export interface Referrers {
  readonly found: readonly StackResource[];
  /** Resources whose reference is not known yet and might be the one looked for. */
  readonly possible: readonly StackResource[];
}

/** All the resources of a stack. */
export class Stack {
  private readonly byUrn = new Map<string, StackResource>();
  private readonly byType = new Map<string, StackResource[]>();

  constructor(resources: readonly StackResource[]) {
    for (const resource of [...resources].sort((a, b) => (a.urn < b.urn ? -1 : 1))) {
      this.byUrn.set(resource.urn, resource);
      const ofType = this.byType.get(resource.type) ?? [];
      ofType.push(resource);
      this.byType.set(resource.type, ofType);
    }
  }

  /** The resources of these types, in the order of the types, each sorted by URN. */
  ofType(...types: readonly string[]): readonly StackResource[] {
    return types.flatMap((type) => this.byType.get(type) ?? []);
  }

  /** The resources of `types` that the input `key` of `resource` was made from. */
  sourcesOf(
    resource: StackResource,
    key: string,
    ...types: readonly string[]
  ): readonly StackResource[] {
    return resource.sources(key).flatMap((urn) => {
      const source = this.byUrn.get(urn);
      return source !== undefined && types.includes(source.type) ? [source] : [];
    });
  }

  /**
   * The resources of `types` whose input `key` refers to `target`: by the dependency that the program
   * states, which is there before any id is known, else by equal value.
   */
  referring(target: StackResource, key: string, ...types: readonly string[]): Referrers {
    const candidates = this.ofType(...types);
    const found = candidates.filter((candidate) => refers(candidate, key, target));
    const possible = candidates.filter(
      (candidate) => !found.includes(candidate) && this.mayRefer(candidate, key, target),
    );
    return { found, possible };
  }

  /** An unknown reference that comes from no other resource of the target's type might be to it. */
  private mayRefer(candidate: StackResource, key: string, target: StackResource): boolean {
    if (!candidate.at(key).isUnknown) return false;
    return !candidate.sources(key).some((urn) => this.byUrn.get(urn)?.type === target.type);
  }
}

function refers(candidate: StackResource, key: string, target: StackResource): boolean {
  return candidate.sources(key).includes(target.urn) || target.handles.has(candidate.at(key).value);
}
