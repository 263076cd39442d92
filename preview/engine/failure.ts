/** Why a preview ended early: an error of the program, said in the engine's words. */
export class ProgramError extends Error {
  override readonly name = "ProgramError";

  constructor(
    message: string,
    /** URN of the resource it concerns; empty where it concerns none. */
    readonly urn = "",
    /** Where the program went wrong, `components/database.ts:40`; empty when that is not known. */
    readonly source = "",
  ) {
    super(message);
  }
}

/** A promise that is rejected by the first failure and never fulfilled. */
export class FirstFailure {
  readonly promise: Promise<never>;
  #reject!: (reason: unknown) => void;
  #failed = false;

  constructor() {
    this.promise = new Promise((_, reject) => {
      this.#reject = reject;
    });
    this.promise.catch(() => undefined);
  }

  get failed(): boolean {
    return this.#failed;
  }

  fail(reason: unknown): void {
    this.#failed = true;
    this.#reject(reason);
  }
}

/** Sends whatever nobody caught to `handle` until the returned function is called, and to nobody else. */
export function captureUncaught(handle: (reason: unknown) => void): () => void {
  const events = ["unhandledRejection", "uncaughtException"] as const;
  const before = events.map((event) => process.rawListeners(event));
  events.forEach((event) => {
    process.removeAllListeners(event);
    process.on(event, handle);
  });
  return () => {
    events.forEach((event, index) => {
      process.removeAllListeners(event);
      before[index]?.forEach((listener) => process.on(event, listener as () => void));
    });
  };
}
