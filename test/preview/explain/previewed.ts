import type { Configuration } from "@groundwork/policies/configuration";
import type { Verdict } from "@groundwork/policies/verdict";
import type { Previewed } from "../../../preview/commands/preview-all";
import type { ResourceDocument, RuleDocument, StackDocument } from "../../../preview/document";
import { evaluate } from "../../../preview/requirements/evaluate";
import { rowSchema, type Row } from "../../../preview/requirements/row";
import { resource } from "../requirements/stack";

const root = "urn:pulumi:production::test";

/** A component, its child that two others make something of, and what stands beside. */
export const component = resource({
  type: "groundwork:platform:Database",
  name: "database",
  urn: `${root}::groundwork:platform:Database::database`,
  parent: `${root}::pulumi:pulumi:Stack::test-production`,
  component: "database",
  source: "platform.ts:40",
});
export const key = resource({
  type: "aws:kms/key:Key",
  name: "keys-data",
  urn: `${root}::groundwork:platform:Keys$aws:kms/key:Key::keys-data`,
  component: "keys",
  provider: `${root}::pulumi:providers:aws::aws`,
});
export const instance = resource({
  type: "aws:rds/instance:Instance",
  name: "database",
  urn: `${root}::groundwork:platform:Database$aws:rds/instance:Instance::database`,
  parent: component.urn,
  component: "database",
  provider: `${root}::pulumi:providers:aws::aws`,
  source: "components/database.ts:25",
  inputs: {
    allocatedStorage: 500,
    iops: 10000,
    kmsKeyId: { $unknown: true },
    multiAz: true,
    password: { $secret: true },
    tagsAll: { Environment: "Production" },
  },
  dependencies: [key.urn],
  propertyDependencies: { kmsKeyId: [key.urn] },
  options: {
    ...component.options,
    protect: true,
    ignoreChanges: ["password"],
    customTimeouts: { create: "2h", update: "", delete: "" },
  },
});
export const alarm = resource({
  type: "aws:cloudwatch/metricAlarm:MetricAlarm",
  name: "monitoring-database-cpu",
  component: "monitoring",
  provider: `${root}::pulumi:providers:aws::aws`,
  dependencies: [instance.urn],
});

/** What a rule says of a resource. */
export function verdictOn(
  { urn }: ResourceDocument,
  given: Pick<Verdict, "rule" | "verdict"> & Partial<Verdict>,
): Verdict {
  return { urn, level: "mandatory", severity: "high", ...given };
}

/** A row of an infrastructure requirement with these proofs. */
export function rowOf(id: string, proof?: readonly unknown[], more: object = {}): Row {
  const base = { source: "000_0123456789abcdef.txt:4-7,12", kind: "infrastructure" };
  const says = "PostgreSQL 16 with 10,000 IOPS, in two zones.";
  return rowSchema.parse({ id, ...base, says, ...(proof && { proof }), ...more });
}

interface Given {
  readonly stack: "production" | "staging";
  readonly resources: ResourceDocument[];
  readonly rules: RuleDocument[];
  readonly verdicts: readonly Verdict[];
  readonly configuration: Configuration;
  readonly rows: readonly Row[];
  readonly spec: StackDocument["spec"];
}

const defaults: Given = {
  stack: "production",
  resources: [alarm, key, component, instance],
  ...{ rules: [], verdicts: [], configuration: new Map(), rows: [], spec: {} },
};

/** A stack as previews hand it on: of these resources, verdicts and requirements. */
export function previewed(given: Partial<Given> = {}): Previewed {
  const { rows, configuration, stack, spec, ...evidence } = { ...defaults, ...given };
  const { resources, rules, verdicts } = evidence;
  const requirements = evaluate(rows, { environment: stack, ...evidence }, process.cwd());
  return {
    stack: {
      ...{ project: "test", name: stack, directory: ".", main: "index.ts" },
      config: { values: {}, secretKeys: [] },
    },
    ...{ design: undefined, configuration, verdicts, requirements },
    document: {
      ...{ project: "test", stack, system: "test", environment: stack, size: "large", spec },
      ...{ resources, findings: [], rules, requirements: [], outputs: {} },
    },
    split: { import: 0, program: 0, rules: 0, proofs: 0 },
  };
}
