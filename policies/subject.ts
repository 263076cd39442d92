import { Property, type SecretPaths } from "./property";

/** The facts of a resource that a {@link Subject} is made of. */
export interface SubjectArgs {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** The inputs, as the provider checked them. */
  readonly inputs: object;
  readonly secrets: SecretPaths;
}

/** One resource as a rule sees it. */
export class Subject {
  readonly urn: string;
  /** Pulumi type token: `aws:rds/instance:Instance`. */
  readonly type: string;
  readonly name: string;
  private readonly inputs: Property;

  constructor(args: SubjectArgs) {
    this.urn = args.urn;
    this.type = args.type;
    this.name = args.name;
    this.inputs = Property.root(args.inputs, args.secrets);
  }

  /** The input `key`, with what the provider filled in. */
  at(key: string): Property {
    return this.inputs.at(key);
  }
}
