/** Where something is in an object, from its root: `["spec", "ports", 0, "port"]`. */
export type Place = readonly (string | number)[];

/** What a schema has against an object. */
export interface Complaint {
  readonly path: Place;
  readonly message: string;
}
