import { Property } from "./property";
import { References } from "./reference";
import { Subject, type SubjectArgs } from "./subject";

/** The facts of a resource that a {@link StackResource} is made of. */
export interface StackResourceArgs extends SubjectArgs {
  /** What the provider returned. */
  readonly outputs: object;
  /** URNs of the resources that each input was made from. */
  readonly dependencies: Readonly<Record<string, readonly string[]>>;
}

/** The outputs that other resources call one by; the last two are those of S3 buckets. */
const handleKeys = ["id", "arn", "name", "bucket", "bucketDomainName"];

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
    const known = handleKeys.map((key) => this.outputs.at(key).value);
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
  private readonly references = new Map<string, References>();

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

  /**
   * The resources of `types` whose input refers to `target`: by the dependency that the program states,
   * which is there before any id is known, else by equal value.
   *
   * @param path of the input, such as `vpcId`, `accessLogs.bucket` or `rules[].destination.bucket`
   */
  referring(target: StackResource, path: string, ...types: readonly string[]): Referrers {
    const references = types.map((type) => this.referencesOf(type, path));
    const found = references.flatMap((each) => each.to(target));
    const isLike = (urn: string): boolean => this.byUrn.get(urn)?.type === target.type;
    const open = references.flatMap((each) => each.openTo(isLike));
    return { found, possible: open.filter((resource) => !found.includes(resource)) };
  }

  /** The resources of `types` that an input of `resource` refers to, by the same signs. */
  referredBy(
    resource: StackResource,
    path: string,
    ...types: readonly string[]
  ): readonly StackResource[] {
    const references = this.referencesOf(resource.type, path);
    return this.ofType(...types).filter((target) => references.to(target).includes(resource));
  }

  private referencesOf(type: string, path: string): References {
    const key = `${type} ${path}`;
    const references = this.references.get(key) ?? new References(this.ofType(type), path);
    this.references.set(key, references);
    return references;
  }
}
