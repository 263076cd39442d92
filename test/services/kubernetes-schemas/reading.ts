import { isData } from "../../../preview/engine/wire";
import type { Place } from "./complaint";

/** Tells which properties of data are looked at: what a schema does not speak of, nobody asks for. */
export class Reading {
  /** What stands for the data. */
  readonly observed: unknown;
  readonly #read = new Set<string>();

  constructor(private readonly data: unknown) {
    this.observed = this.observe(data, []);
  }

  /** The properties and elements that nobody asked for, without what is below them. */
  unread(): readonly Place[] {
    return this.unreadOf(this.data, []);
  }

  private observe(value: unknown, place: Place): unknown {
    if (typeof value !== "object" || value === null) return value;
    return new Proxy(value, {
      get: (target, key) => {
        const found: unknown = Reflect.get(target, key);
        if (typeof key !== "string" || !Object.keys(target).includes(key)) return found;
        const below = [...place, stepOf(target, key)];
        this.#read.add(JSON.stringify(below));
        return this.observe(found, below);
      },
    });
  }

  private unreadOf(value: unknown, place: Place): readonly Place[] {
    if (!Array.isArray(value) && !isData(value)) return [];
    return Object.entries(value).flatMap(([key, item]) => {
      const below = [...place, stepOf(value, key)];
      return this.#read.has(JSON.stringify(below)) ? this.unreadOf(item, below) : [below];
    });
  }
}

function stepOf(container: object, key: string): string | number {
  return Array.isArray(container) ? Number(key) : key;
}
