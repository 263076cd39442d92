import type { Conversion } from "./conversions";

/** A CloudFormation type, and what of a Pulumi resource is held against its schema. */
export interface Form {
  /** The CloudFormation type: `AWS::RDS::DBInstance`. */
  readonly schema: string;
  /**
   * Where each input is in the schema: `replicas[].region` is the region of every replica. What is below a path
   * that is listed goes with it.
   */
  readonly properties: Readonly<Record<string, Target>>;
  /**
   * Properties that the schema requires and that Pulumi has no input for, with their values.
   *
   * @default {}
   */
  readonly constant?: Readonly<Record<string, unknown>>;
  /**
   * Properties that the schema requires and that another Pulumi resource gives.
   *
   * @default []
   */
  readonly elsewhere?: readonly string[];
  /**
   * The input that a resource must have to be held against this schema.
   *
   * @default - every resource of the type is
   */
  readonly where?: string;
}

/** A path in the schema; with a conversion where the value is written otherwise there. */
export type Target = string | readonly [path: string, conversion: Conversion];

/** How the inputs of a Pulumi type are held against AWS's schemas. */
export interface Mapping extends Form {
  /**
   * The Pulumi type that is the schema's type as a whole, where this one is a part of it.
   *
   * @default - it is one of its own
   */
  readonly partOf?: string;
  /**
   * Inputs that the schema cannot judge, each with the reason.
   *
   * @default {}
   */
  readonly unmapped?: Readonly<Record<string, string>>;
  /**
   * Further types whose schemas say more of some inputs.
   *
   * @default []
   */
  readonly also?: readonly Form[];
}

/** Inputs of every type that are held against no property. */
export const everywhere: Readonly<Record<string, string>> = {
  region: "says which region's schema the resource is held against",
  tags: "part of tagsAll, which has the stack's own tags too",
};

/** All schemas that a Pulumi type is held against, or those that one with the given inputs is. */
export function formsOf(mapping: Mapping, inputs?: object): readonly Form[] {
  const forms = [mapping, ...(mapping.also ?? [])];
  return forms.filter(
    ({ where }) => inputs === undefined || where === undefined || where in inputs,
  );
}

/** The path in the schema and the conversion on the way there. */
export function targetOf(target: Target): { path: string; conversion: Conversion | undefined } {
  return typeof target === "string"
    ? { path: target, conversion: undefined }
    : { path: target[0], conversion: target[1] };
}
