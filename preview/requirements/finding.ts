/** Whether a proof holds, and what was found. */
export interface Finding {
  readonly holds: boolean;
  readonly detail: string;
}
