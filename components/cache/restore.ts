/**
 * The snapshot that the cache is made from. It belongs to the cache and stays for as long as that: to leave it
 * out again asks for the cache before.
 */
export interface RestoreArgs {
  /**
   * Tells the restored cache from the one before, whose name and identifier it cannot have: one to five letters
   * and digits, which are added to both.
   */
  readonly generation: string;
  /** Snapshot to restore, in the same region. */
  readonly snapshotName: string;
}
