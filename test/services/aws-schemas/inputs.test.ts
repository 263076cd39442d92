import assert from "node:assert/strict";
import type { ResourceDocument } from "../../../preview/document";
import { environments } from "../../../spec/spec";
import { previewEdge, primary } from "../../components/edge-args";
import { previewConfigured } from "../../support/preview-configured";
import { recoveryDataTier } from "../../support/recovery-data-tier";
import { cfnLintOrSkip } from "./cfn-lint";
import { examine, partsOf, type Examination, type Part } from "./examine";
import { exceptions } from "./exceptions";
import { formsOf, targetOf } from "./mapping";
import { mappings } from "./mappings";
import { tableOf } from "./report";
import { Schemas } from "./schemas";
import { accountProject, preview } from "./stacks";
import { withoutSchema } from "./without-schema";

/** An edge that another region stands in for: no stack has one. */
async function failover() {
  const { resources } = await previewEdge({
    ...primary,
    appSecurityGroupId: "sg-0123456789abcdef0",
    publicSubnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
    vpcId: "vpc-0123456789abcdef0",
  });
  return {
    resources: resources as readonly object[] as ResourceDocument[],
    spec: { region: primary.region },
  };
}

describe("The AWS inputs of the stacks", () => {
  const parts: Part[] = [];
  let examinations: readonly Examination[] = [];
  let schemas: readonly Schemas[] = [];

  before(async function () {
    const cfnLint = cfnLintOrSkip(this);
    for (const name of environments) parts.push(...partsOf(name, await preview(name)));
    const { document } = await previewConfigured(recoveryDataTier);
    parts.push(...partsOf("production with a data tier to recover to", document));
    for (const name of environments) {
      const { resources } = await preview(name, accountProject);
      parts.push(...partsOf(`account of ${name}`, { resources, spec: { region: "eu-west-1" } }));
    }
    parts.push(...partsOf("an edge that fails over", await failover()));
    const regions = new Set(parts.map(({ region }) => region));
    schemas = [...regions].map((region) => new Schemas(cfnLint, region));
    examinations = await examine(cfnLint, mappings, parts);
  });

  after(() => {
    const lines = examinations.length === 0 ? [] : tableOf(examinations);
    for (const line of lines) console.info(`      ${line}`);
  });

  /** What the mapping of each type that a region has says, for that region's schemas. */
  const mapped = (schemas: Schemas) => {
    const inRegion = parts.filter(({ region }) => region === schemas.region);
    const types = new Set(inRegion.flatMap(({ resources }) => resources.map(({ type }) => type)));
    return [...types].flatMap((type) => {
      const mapping = mappings[type];
      return mapping === undefined ? [] : formsOf(mapping);
    });
  };

  it("are of types that are held against a schema, or listed with the reason why not", () => {
    const types = parts.flatMap(({ resources }) => resources.map(({ type }) => type));
    const listed = [...Object.keys(mappings), ...Object.keys(withoutSchema)];
    assert.deepEqual([...new Set(types)].sort(), listed.sort());
  });

  it("are each held against a property, or listed with the reason why not", () => {
    const unlisted = examinations.flatMap(({ resources, inventories }) =>
      inventories.flatMap((inventory, index) =>
        inventory.unlisted.map((path) => `${resources[index]?.type ?? ""} ${path}`),
      ),
    );
    assert.deepEqual([...new Set(unlisted)], []);
  });

  it("are all that the mapping speaks of", () => {
    const met = new Map<string, Set<string>>();
    for (const { resources, inventories } of examinations) {
      resources.forEach(({ type }, index) => {
        const known = met.get(type) ?? new Set();
        met.set(type, new Set([...known, ...(inventories[index]?.met ?? [])]));
      });
    }
    const unused = Object.entries(mappings).flatMap(([type, mapping]) => {
      const mapped = formsOf(mapping).flatMap(({ properties }) => Object.keys(properties));
      const listed = [...mapped, ...Object.keys(mapping.unmapped ?? {})];
      return listed
        .filter((path) => met.get(type)?.has(path) !== true)
        .map((path) => `${type} ${path}`);
    });
    assert.deepEqual(unused, []);
  });

  it("are held against properties that the schemas of their regions have", () => {
    const missing = schemas.flatMap((one) =>
      mapped(one).flatMap(({ schema, properties, constant = {}, elsewhere = [] }) => {
        if (!one.has(schema)) return [`${one.region} ${schema}`];
        const targets = Object.values(properties).map((target) => targetOf(target).path);
        return [...targets, ...Object.keys(constant), ...elsewhere]
          .filter((path) => !one.hasProperty(schema, path))
          .map((path) => `${one.region} ${schema} ${path}`);
      }),
    );
    assert.deepEqual(missing, []);
  });

  it("are refused by none of them", () => {
    assert.deepEqual(
      examinations.flatMap(({ stack, region, refusals }) =>
        refusals.map((refusal) => ({ stack, region, ...refusal })),
      ),
      [],
    );
  });

  it("need every exception from what cfn-lint says", () => {
    const needed = examinations.flatMap(({ excepted }) => excepted.map(({ message }) => message));
    assert.deepEqual(
      exceptions.filter(({ message }) => !needed.includes(message)),
      [],
    );
  });

  it("are held against enough to notice when they are not", () => {
    assert.ok(
      examinations.every(({ inventories }) => inventories.some(({ checked }) => checked > 0)),
    );
  });
});
