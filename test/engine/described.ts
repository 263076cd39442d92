import { z } from "zod";
import type { ResourceDocument } from "../../preview/document";
import type { Resource } from "../../preview/engine/resource";
import { isData, redact, unknown, type Data } from "../../preview/engine/wire";

/** A resource in the terms in which both engines can be compared: secrets and unknowns are marks, lists of URNs are sorted. */
export interface Described {
  readonly type: string;
  readonly parent: string;
  /** URN of the provider; empty for components. */
  readonly provider: string;
  readonly inputs: Data;
  readonly dependencies: readonly string[];
  /** Without the properties that depend on nothing. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly options: DescribedOptions;
}

interface DescribedOptions {
  readonly protect: boolean;
  readonly retainOnDelete: boolean;
  readonly ignoreChanges: readonly string[];
  readonly replaceOnChanges: readonly string[];
  readonly additionalSecretOutputs: readonly string[];
  readonly deletedWith: string;
  /** Seconds of create, update and delete. */
  readonly timeouts: readonly [number, number, number];
}

/** The resources of a stack by URN. */
export type Stack = Readonly<Record<string, Described>>;

const texts = z.array(z.string()).default([]);
const seconds = z.number().default(0);

/** A resource in what `pulumi preview --json` prints; the engine leaves out what is empty. */
const engineResource = z.object({
  urn: z.string(),
  type: z.string(),
  parent: z.string().default(""),
  provider: z.string().default(""),
  inputs: z.record(z.string(), z.json()).default({}),
  dependencies: texts,
  propertyDependencies: z.record(z.string(), z.array(z.string()).nullable()).default({}),
  protect: z.boolean().default(false),
  retainOnDelete: z.boolean().default(false),
  ignoreChanges: texts,
  replaceOnChanges: texts,
  additionalSecretOutputs: texts,
  deletedWith: z.string().default(""),
  customTimeouts: z.object({ create: seconds, update: seconds, delete: seconds }).prefault({}),
});

type EngineResource = z.output<typeof engineResource>;

const digest = z.object({ steps: z.array(z.object({ newState: engineResource })) });

/** What `pulumi preview --json` printed. */
export function fromEngine(json: string): Stack {
  const { steps } = digest.parse(JSON.parse(json));
  return byUrn(steps.map(({ newState }) => [newState.urn, describeEngine(newState)]));
}

/** What the offline preview found; without default providers, which `pulumi preview` does not print. */
export function fromPreview(resources: readonly (Resource | ResourceDocument)[]): Stack {
  const printed = resources.filter(({ urn }) => !isDefaultProvider(urn));
  return byUrn(printed.map((resource) => [resource.urn, describePreview(resource)]));
}

/** Tells whether the engine made a provider by itself. */
function isDefaultProvider(urn: string): boolean {
  return /::pulumi:providers:[^:]+::default(_|$)/.test(urn);
}

function describeEngine(resource: EngineResource): Described {
  const { create, update, delete: remove } = resource.customTimeouts;
  return {
    type: resource.type,
    parent: resource.parent,
    provider: urnOfReference(resource.provider),
    inputs: marked(resource.inputs),
    dependencies: sorted(resource.dependencies),
    propertyDependencies: dependencies(resource.propertyDependencies),
    options: {
      protect: resource.protect,
      retainOnDelete: resource.retainOnDelete,
      ignoreChanges: sorted(resource.ignoreChanges),
      replaceOnChanges: sorted(resource.replaceOnChanges),
      additionalSecretOutputs: sorted(resource.additionalSecretOutputs),
      deletedWith: resource.deletedWith,
      timeouts: [create, update, remove],
    },
  };
}

function describePreview(resource: Resource | ResourceDocument): Described {
  const { options } = resource;
  const { create, update, delete: remove } = options.customTimeouts;
  return {
    type: resource.type,
    parent: resource.parent,
    provider: urnOfReference(resource.provider),
    inputs: redact(resource.inputs) as Data,
    dependencies: sorted(resource.dependencies),
    propertyDependencies: dependencies(resource.propertyDependencies),
    options: {
      protect: options.protect,
      retainOnDelete: options.retainOnDelete,
      ignoreChanges: sorted(options.ignoreChanges),
      replaceOnChanges: sorted(options.replaceOnChanges),
      additionalSecretOutputs: sorted(options.additionalSecretOutputs),
      deletedWith: options.deletedWith,
      timeouts: [secondsOf(create), secondsOf(update), secondsOf(remove)],
    },
  };
}

/** The engine prints `[secret]` and the unknown sentinel where the preview has marks, and shows the SDK's own keys. */
function marked(inputs: Data): Data {
  const own = Object.entries(inputs).filter(([key]) => !key.startsWith("__"));
  return marksIn(redact(Object.fromEntries(own))) as Data;
}

function marksIn(value: unknown): unknown {
  if (value === "[secret]") return { $secret: true };
  if (value === unknown) return { $unknown: true };
  if (Array.isArray(value)) return value.map(marksIn);
  if (!isData(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, marksIn(inner)]));
}

/** The URN in a reference to a provider, `<urn>::<id>`: the first four of its parts. */
function urnOfReference(reference: string): string {
  return reference.split("::").slice(0, 4).join("::");
}

function dependencies(
  byProperty: Readonly<Record<string, readonly string[] | null>>,
): Readonly<Record<string, readonly string[]>> {
  const entries = Object.entries(byProperty).map(([key, urns]) => [key, sorted(urns)] as const);
  const some = entries.filter(([, urns]) => urns.length > 0);
  return Object.fromEntries(some.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sorted(texts: readonly string[] | null | undefined): readonly string[] {
  return [...(texts ?? [])].sort();
}

/** Seconds of a duration as Go writes it, `1h30m`; 0 for none. */
function secondsOf(duration: string): number {
  const units: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)([hms])/g)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ""] ?? 0), 0);
}

function byUrn(entries: readonly (readonly [string, Described])[]): Stack {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
