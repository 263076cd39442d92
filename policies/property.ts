import { UnknownValueError } from "@pulumi/policy";
import { isSensitive } from "./sensitive";

/** Stands for a value that is set but not known before the deployment. */
const unknownYet = Symbol("unknown");

/** What a list or a map reads as: nothing that a plain value equals, and nothing that hides an unknown. */
const composite = Object.freeze({ toString: () => "an object" });

/** The paths of a resource's Pulumi secrets; left out where nothing recorded them. */
export type SecretPaths = ReadonlySet<string> | undefined;

/**
 * One property of a resource as a rule reads it: absent, known, or set but not known yet. Reading
 * never throws, and what is read from an absent or unknown property is absent or unknown too.
 */
export class Property {
  /** What was read of it before: many rules read the same of a resource. */
  private children: Map<string, Property> | undefined;

  private constructor(
    /** Where it stands in the resource: `ingress[0].cidrBlocks`. */
    readonly path: string,
    private readonly content: unknown,
    private readonly secrets: SecretPaths,
  ) {}

  /** All the properties of a resource, as the policy SDK hands them over. */
  static root(properties: object, secrets: SecretPaths): Property {
    return new Property("", properties, secrets);
  }

  /** Whether it has a value, known or not. `null` counts as none. */
  get isSet(): boolean {
    return this.content !== undefined && this.content !== null;
  }

  /** Whether it has a value that is not known before the deployment. */
  get isUnknown(): boolean {
    return this.content === unknownYet;
  }

  /**
   * Its value; `undefined` where it is absent or not known yet. Lists and maps are read by `items`,
   * `entries` and `at`: their own value equals nothing.
   */
  get value(): unknown {
    if (isObject(this.content)) return composite;
    return this.isSet && !this.isUnknown ? this.content : undefined;
  }

  /** Whether it is a list that is known. */
  get isList(): boolean {
    return Array.isArray(this.content);
  }

  /** Whether it, or what it is part of, is a Pulumi secret; `undefined` where that was not recorded. */
  get isSecret(): boolean | undefined {
    if (this.secrets === undefined) return undefined;
    return [...prefixes(this.path)].some((prefix) => this.secrets?.has(prefix));
  }

  /** How it reads in a message: `got 7`, `but is not set`. A confidential value is never shown. */
  get finding(): string {
    if (!this.isSet) return "but is not set";
    return `got ${shown(this)}`;
  }

  /** The property `key` of this object. */
  at(key: string): Property {
    return this.child(this.path === "" ? key : `${this.path}.${key}`, key);
  }

  /** The elements of this list; none where it is absent, unknown or no list. */
  get items(): readonly Property[] {
    if (!Array.isArray(this.content)) return [];
    return Array.from({ length: this.content.length }, (_, index) =>
      this.child(`${this.path}[${index.toString()}]`, index.toString()),
    );
  }

  /** The values of this map, in the order of its keys; none where it is absent or unknown. */
  get entries(): readonly Property[] {
    if (!isObject(this.content) || this.isList) return [];
    return Object.keys(this.content)
      .sort()
      .map((key) => this.at(key));
  }

  /**
   * What this text says in JSON, read like any other property; `undefined` where it is no JSON. What is
   * no text, or not known yet, reads as it is, an empty text as absent.
   */
  get json(): Property | undefined {
    if (typeof this.content !== "string") return this;
    if (this.content.trim() === "") return new Property(this.path, undefined, this.secrets);
    try {
      return new Property(this.path, JSON.parse(this.content), this.secrets);
    } catch {
      return undefined;
    }
  }

  /** Whether its value may not appear in a message. */
  get isConfidential(): boolean {
    return this.isSecret === true || (typeof this.content !== "boolean" && isSensitive(this.path));
  }

  private child(path: string, key: string): Property {
    this.children ??= new Map();
    const child = this.children.get(key) ?? new Property(path, this.contentOf(key), this.secrets);
    this.children.set(key, child);
    return child;
  }

  private contentOf(key: string): unknown {
    if (this.isUnknown) return unknownYet;
    return isObject(this.content) ? read(this.content, key) : undefined;
  }
}

/** The SDK guards each resource with a proxy that throws where a value is not known yet. */
function read(owner: object, key: string): unknown {
  if (!Object.hasOwn(owner, key)) return undefined;
  try {
    return Reflect.get(owner, key);
  } catch (error) {
    if (error instanceof UnknownValueError) return unknownYet;
    throw error;
  }
}

/** `a`, `a.b` and `a.b[0]` for `a.b[0]`. */
function* prefixes(path: string): Generator<string> {
  for (const match of path.matchAll(/(?=[.[])|$/g)) yield path.slice(0, match.index);
}

function shown(property: Property): string {
  const { value } = property;
  if (property.isConfidential) return "a value that is not shown";
  if (property.isList) return `[${property.items.map(shown).join(", ")}]`;
  if (property.isUnknown) return "a value not known yet";
  return value === composite ? String(composite) : JSON.stringify(value ?? null);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
