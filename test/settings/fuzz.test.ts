import assert from "node:assert/strict";
import fc from "fast-check";
import { resolveSettings } from "../../settings";
import { renderProblems, type Problem } from "../../spec/problem";
import { documentFields } from "../../spec/document";
import { designSchema } from "../../spec/spec";

const config = {
  "groundwork:system": "cdf-smart-hub",
  "groundwork:environment": "production",
  "groundwork:account": "123456789012",
  "groundwork:region": "eu-west-1",
  "groundwork:disasterRecoveryRegion": "eu-central-1",
  "groundwork:availabilityZones": '{"a":"eu-west-1a","b":"eu-west-1b","c":"eu-west-1c"}',
  "groundwork:hostedZoneId": "Z0123456789ABCDEFGHIJ",
  "groundwork:contacts":
    '{"onCall":"on-call@example.com","databaseAdministrator":"dba@example.com"}',
};

/** Paths that the schema has, with names of the user's filled in. */
const knownPaths = Object.entries(designSchema.shape)
  .flatMap(([key, schema]) => documentFields(schema, key))
  .map(({ path }) => path.replaceAll("<name>", "a").split("."));

const awkward = fc.constantFrom(
  ...["", "0", "-1", "10.0.0.0/16", "10.0.0.0/33", "db.r6g.2xlarge", "16", "io1", "24:00-25:00"],
  ...["__proto__", "constructor", "toString", "\u0000", "🙂", "AKIAIOSFODNN7EXAMPLE"],
);
const value = fc.oneof(fc.jsonValue(), awkward, fc.integer(), fc.double(), fc.boolean());
const name = fc.oneof(awkward, fc.string({ maxLength: 8 }), fc.constantFrom(...knownPaths.flat()));
const path = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...knownPaths) },
  fc.array(name, { minLength: 1, maxLength: 5 }),
);
const overrides = fc.array(fc.tuple(path, value), { maxLength: 6 }).map(nest);

/** Data with each value at its path; what comes later wins. */
function nest(entries: readonly (readonly [readonly string[], unknown])[]): unknown {
  return entries.reduce<unknown>((data, [keys, each]) => put(data, keys, each), {});
}

function put(data: unknown, [key, ...rest]: readonly string[], each: unknown): unknown {
  if (key === undefined) return each;
  const below = typeof data === "object" && data !== null ? Object.entries(data) : [];
  const inner = below.find(([other]) => other === key)?.[1] as unknown;
  return Object.fromEntries([...below, [key, put(inner, rest, each)]]);
}

/** Resolves, and holds the answer to what every answer must be. */
function resolve(changed: Readonly<Record<string, string>>, secretKeys: readonly string[] = []) {
  const resolved = resolveSettings(changed, secretKeys, "production");
  if ("spec" in resolved) return;
  assert.ok(resolved.problems.length > 0);
  resolved.problems.forEach(holdToForm);
  const rendered = renderProblems("stack production", resolved.problems);
  assert.equal(rendered.includes('AKIAIOSFODNN7EXAMPLE"'), false);
}

function holdToForm({ path: at, rule, fix }: Problem): void {
  assert.notEqual(at, "");
  assert.match(rule, /^must /);
  assert.notEqual(fix, "");
  assert.equal(rule.includes("Invalid"), false, rule);
}

describe("resolveSettings, of anything at all,", () => {
  it("returns a spec or problems for any overrides", () => {
    fc.assert(
      fc.property(overrides, (data) => {
        resolve({ ...config, "groundwork:overrides": JSON.stringify(data) });
      }),
      { numRuns: 100 },
    );
  });

  it("returns a spec or problems for any single value of any field", () => {
    fc.assert(
      fc.property(fc.constantFrom(...knownPaths), value, (keys, each) => {
        resolve({ ...config, "groundwork:overrides": JSON.stringify(nest([[keys, each]])) });
      }),
      { numRuns: 100 },
    );
  });

  it("returns a spec or problems for any text of any setting", () => {
    const key = fc.oneof(
      fc.constantFrom(...Object.keys(config), "groundwork:size", "groundwork:overrides"),
      fc.string().map((text) => `groundwork:${text}`),
      fc.string(),
    );
    const text = fc.oneof(fc.string(), fc.json(), awkward);
    fc.assert(
      fc.property(fc.dictionary(key, text, { maxKeys: 5 }), fc.array(key), (changed, secrets) => {
        resolve({ ...config, ...changed }, secrets);
        resolve(changed, secrets);
      }),
      { numRuns: 100 },
    );
  });
});
