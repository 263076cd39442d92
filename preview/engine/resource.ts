import type { Data } from "./wire";

/** The options of a resource that reports and rules speak of. */
export interface ResourceOptions {
  readonly protect: boolean;
  readonly retainOnDelete: boolean;
  readonly deleteBeforeReplace: boolean | undefined;
  readonly ignoreChanges: readonly string[];
  readonly replaceOnChanges: readonly string[];
  readonly additionalSecretOutputs: readonly string[];
  readonly dependsOn: readonly string[];
  readonly aliases: readonly string[];
  readonly importId: string;
  readonly deletedWith: string;
  readonly version: string;
  readonly customTimeouts: {
    readonly create: string;
    readonly update: string;
    readonly delete: string;
  };
}

/** A resource as the engine knows it. Values are in wire form. */
export interface Resource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** What its provider calls it; empty before the deployment. */
  readonly id: string;
  /** URN of the parent; empty for the stack itself. */
  readonly parent: string;
  /** Whether a provider manages it; otherwise it is a component. */
  readonly custom: boolean;
  /** Whether it was read, not made. */
  readonly external: boolean;
  /** Reference of its provider, `<urn>::<id>`; empty for components and providers. */
  readonly provider: string;
  /** Inputs as the provider checked them. */
  readonly inputs: Data;
  /** What is known of its outputs before the deployment. */
  outputs: Data;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly options: ResourceOptions;
  /** Where the program makes it, `components/database.ts:40`, looked up when asked; empty when the SDK did not say. */
  readonly source: string;
}
