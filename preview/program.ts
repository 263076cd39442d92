import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "./root";

const load = createRequire(__filename);

/** Programs that one bundle holds with what previews them, by path: this project's own. */
export const bundled = new Map([[join(root, "index.ts"), () => require("../index") as unknown]]);

/** A program's entry point: a module that exports a function, or one that makes its resources as it loads. */
export class Program {
  #importTime = 0;

  constructor(private readonly main: string) {}

  /** Milliseconds that loading it took. */
  get importTime(): number {
    return this.#importTime;
  }

  /** Runs it, and returns what it exports as the stack's outputs. */
  run(): unknown {
    const start = performance.now();
    const fromBundle = bundled.get(this.main);
    const exported = fromBundle === undefined ? this.#load() : fromBundle();
    this.#importTime = performance.now() - start;
    return typeof exported === "function" ? (exported as () => unknown)() : exported;
  }

  /** A module that makes its resources as it loads must load again for the next stack. */
  #load(): unknown {
    const exported: unknown = load(this.main);
    if (typeof exported !== "function") Reflect.deleteProperty(load.cache, load.resolve(this.main));
    return exported;
  }
}
