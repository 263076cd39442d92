import type * as pulumi from "@pulumi/pulumi";
import type { Settings } from "./services-settings";

/** What the parts of one cluster's services share. */
export interface Scope {
  /** Name of the component, with which the names of its children begin. */
  readonly name: string;
  readonly settings: Settings;
  /** Options of a child. */
  readonly options: { readonly parent: pulumi.Resource };
}
