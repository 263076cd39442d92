import assert from "node:assert/strict";
import analyzer = require("@pulumi/pulumi/proto/analyzer_pb");
import server = require("@pulumi/policy/server");
import type {
  Policies,
  ResourceValidation,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidationPolicy,
} from "@pulumi/policy";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { compile, type CompileArgs } from "../../policies/compile";
import { type Configuration, parseConfiguration } from "../../policies/configuration";
import type { Data } from "../../policies/data";
import { housekeeping } from "../../policies/housekeeping";
import type { Rule } from "../../policies/rule";
import { secretPathsOf } from "../../policies/secret-paths";
import type { Verdict } from "../../policies/verdict";

/** The day that tests take for today. */
export const today = "2026-01-15";

/** How the engine sends a value that is not known before the deployment. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** How the engine sends a Pulumi secret. */
export function secret(value: unknown): Data {
  return {
    "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
    value,
  };
}

/** One resource of a stack as the engine describes it. */
export interface Resource {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly inputs: Data;
  /** What the provider returned; on a first preview little more than the inputs. */
  readonly outputs: Data;
  /** The resources that each input was made from. */
  readonly dependencies: Readonly<Record<string, readonly Resource[]>>;
}

/** A resource on its first preview: its outputs are its inputs and an id that is not known. */
export function resource(type: string, inputs: Data, more: Partial<Resource> = {}): Resource {
  const name = more.name ?? "example";
  const urn = `urn:pulumi:production::shop::${type}::${name}`;
  const given = Object.fromEntries(
    Object.entries(inputs).filter(([, value]) => value !== undefined),
  );
  const outputs = { ...given, id: unknown };
  return { type, name, urn, inputs: given, outputs, dependencies: {}, ...more };
}

/** The root of every stack. */
export const root = resource("pulumi:pulumi:Stack", {}, { name: "shop-production", outputs: {} });

/** A violation as the engine receives it. */
export interface Diagnostic {
  readonly policy: string;
  readonly urn: string;
  readonly message: string;
  readonly level: string;
  readonly severity: string;
  readonly description: string;
}

/** What came of judging a stack. */
export interface Outcome {
  readonly verdicts: readonly Verdict[];
  readonly diagnostics: readonly Diagnostic[];
  /** Why policies were counted as not applied, as `<policy>: <reason>`. */
  readonly notApplied: readonly string[];
}

/** How a stack is judged. */
export interface JudgeArgs extends Pick<CompileArgs, "secretPaths"> {
  /** Configuration as in a file of `--policy-pack-config`. */
  readonly configuration?: Data;
  /** The rules that configuration is read for, where not all that are compiled. */
  readonly configuredFor?: readonly Rule[];
  /** The day of the run, where it is not the day that configuration was read. */
  readonly runsOn?: string;
  /** Leaves out the call that records secrets, as an engine without remediation would. */
  readonly withoutRemediate?: boolean;
}

/** Judges a stack in process: policies made for a configuration that is known. */
export async function judgeInProcess(
  rules: readonly Rule[],
  stack: readonly Resource[],
  args: JudgeArgs = {},
): Promise<Outcome> {
  const verdicts: Verdict[] = [];
  const policies = compile(rules, {
    configuration: configurationOf(args.configuredFor ?? rules, args.configuration),
    onVerdict: (verdict) => verdicts.push(verdict),
    secretPaths: args.secretPaths,
    today: args.runsOn ?? today,
  });
  return { verdicts, ...(await run(policies, stack, args)) };
}

/** Judges a stack as the engine would: a policy for each rule, configured by its own schema. */
export async function judgeAsEngine(
  rules: readonly Rule[],
  stack: readonly Resource[],
  args: JudgeArgs = {},
): Promise<Outcome> {
  const verdicts: Verdict[] = [];
  const policies = compile(rules, {
    onVerdict: (verdict) => verdicts.push(verdict),
    today,
  });
  const configured = policies.map((policy) => configure(policy, args.configuration ?? {}));
  return { verdicts, ...(await run(configured, stack, args)) };
}

/** Judges a stack both ways, which must come to the same; returns the outcome in process. */
export async function judge(
  rules: readonly Rule[],
  stack: readonly Resource[],
  args: JudgeArgs = {},
): Promise<Outcome> {
  const outcome = await judgeInProcess(rules, stack, args);
  const engine = await judgeAsEngine(rules, stack, args);
  assert.deepEqual(sortedDiagnostics(engine), sortedDiagnostics(outcome));
  return outcome;
}

/** The paths of a resource's secrets, where the caller knows the inputs. */
export function secretPathsIn(stack: readonly Resource[]): (urn: string) => ReadonlySet<string> {
  const byUrn = new Map(stack.map(({ urn, inputs }) => [urn, secretPathsOf(inputs)]));
  return (urn) => byUrn.get(urn) ?? new Set();
}

/** A configuration that must be without problems. */
export function configurationOf(rules: readonly Rule[], json: Data = {}): Configuration {
  const parsed = parseConfiguration(json, rules, today);
  assert.ok("configuration" in parsed, JSON.stringify(parsed));
  return parsed.configuration;
}

function sortedDiagnostics({ diagnostics }: Outcome): readonly Diagnostic[] {
  const key = ({ policy, urn }: Diagnostic): string => `${policy} ${urn}`;
  return [...diagnostics].sort((a, b) => key(a).localeCompare(key(b)));
}

// The policy SDK, fed with the messages of the engine.

type Policy = ResourceValidationPolicy | StackValidationPolicy;
type Handler<Request, Response> = (
  call: { request: Request },
  callback: (error: unknown, response?: Response) => void,
) => void;

interface PolicyServer {
  makeAnalyzeRpcFun(...args: Served): Handler<analyzer.AnalyzeRequest, analyzer.AnalyzeResponse>;
  makeRemediateRpcFun(
    ...args: Served
  ): Handler<analyzer.AnalyzeRequest, analyzer.RemediateResponse>;
  makeAnalyzeStackRpcFun(
    ...args: Served
  ): Handler<analyzer.AnalyzeStackRequest, analyzer.AnalyzeResponse>;
}
type Served = [name: string, version: string, level: string, policies: Policies];

const sdk = server as unknown as PolicyServer;

async function run(
  policies: Policies,
  stack: readonly Resource[],
  args: JudgeArgs,
): Promise<Omit<Outcome, "verdicts">> {
  const served: Served = ["groundwork", "0.1.0", "advisory", policies];
  const remediate = sdk.makeRemediateRpcFun(...served);
  const analyze = sdk.makeAnalyzeRpcFun(...served);
  const responses: analyzer.AnalyzeResponse[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const item of stack) {
    const request = analyzeRequest(item);
    if (args.withoutRemediate !== true) {
      const remediated = await call(remediate, request);
      assert.deepEqual(remediated.getRemediationsList(), [], "the pack must change nothing");
    }
    const response = await call(analyze, request);
    responses.push(response);
    diagnostics.push(...diagnosticsOf(response, item.urn));
  }
  const request = new analyzer.AnalyzeStackRequest();
  request.setResourcesList(stack.map(stackResource));
  const response = await call(sdk.makeAnalyzeStackRpcFun(...served), request);
  responses.push(response);
  diagnostics.push(...diagnosticsOf(response, root.urn));
  const notApplied = responses.flatMap((each) =>
    each.getNotApplicableList().map((entry) => `${entry.getPolicyName()}: ${entry.getReason()}`),
  );
  return { diagnostics, notApplied };
}

/** The engine's part of configuration: defaults from the schema, then what is configured. */
function configure(policy: Policy, configuration: Data): Policy {
  const { enforcementLevel, properties } = entryOf(policy, configuration);
  const schema = policy.configSchema?.properties ?? {};
  const defaults: readonly [string, unknown][] = Object.entries(schema).map(
    ([name, { default: value }]) => [name, value],
  );
  const config: Data = { ...Object.fromEntries(defaults), ...properties };
  const getConfig = (() => config) as ResourceValidationArgs["getConfig"];
  const levelled = { ...policy, enforcementLevel } as Policy;
  if ("validateStack" in levelled) {
    const { validateStack } = levelled;
    return {
      ...levelled,
      validateStack: (args, report) => validateStack({ ...args, getConfig }, report),
    };
  }
  const validate = levelled.validateResource as ResourceValidation;
  const validateResource: ResourceValidation = (args, report) =>
    validate({ ...args, getConfig }, report);
  const stamp = { get: (): unknown => Reflect.get(validate, "__pulumiType") };
  return {
    ...levelled,
    validateResource: Object.defineProperty(validateResource, "__pulumiType", stamp),
  };
}

function entryOf(
  policy: Policy,
  configuration: Data,
): { enforcementLevel: unknown; properties: Data } {
  const entry = configuration[policy.name];
  const object = typeof entry === "string" ? { enforcementLevel: entry } : ((entry ?? {}) as Data);
  const { enforcementLevel, ...properties } = object;
  return {
    enforcementLevel: enforcementLevel ?? configuration["all"] ?? policy.enforcementLevel,
    properties,
  };
}

/** What the engine sends before it creates or updates a resource. */
export const analyzeRequest = written((item: Resource) => {
  const request = new analyzer.AnalyzeRequest();
  request.setType(item.type);
  request.setUrn(item.urn);
  request.setName(item.name);
  request.setOptions(new analyzer.AnalyzerResourceOptions());
  request.setProperties(structOf(item.inputs));
  return request;
});

/** What the engine sends of each resource when all are done. */
export const stackResource = written((item: Resource) => {
  const message = new analyzer.AnalyzerResource();
  message.setType(item.type);
  message.setUrn(item.urn);
  message.setName(item.name);
  message.setOptions(new analyzer.AnalyzerResourceOptions());
  message.setProperties(structOf(item.outputs));
  for (const [key, sources] of Object.entries(item.dependencies)) {
    const dependencies = new analyzer.AnalyzerPropertyDependencies();
    dependencies.setUrnsList(sources.map(({ urn }) => urn));
    message.getPropertydependenciesMap().set(key, dependencies);
  }
  return message;
});

/** Writes the message about a resource once, however often the resource is judged. */
function written<Message>(write: (item: Resource) => Message): (item: Resource) => Message {
  const messages = new WeakMap<Resource, Message>();
  return (item) => {
    const message = messages.get(item) ?? write(item);
    messages.set(item, message);
    return message;
  };
}

/** Data as it goes over the wire. */
export function structOf(data: Data): Struct {
  return Struct.fromJavaScript(data as Record<string, JavaScriptValue>);
}

function call<Request, Response>(
  handler: Handler<Request, Response>,
  request: Request,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    handler({ request }, (error, response) => {
      if (response === undefined) reject(error instanceof Error ? error : new Error(String(error)));
      else resolve(response);
    });
  });
}

const levelNames = ["advisory", "mandatory", "disabled", "remediate"];
const severityNames = ["", "low", "medium", "high", "critical"];

/** The violations of a response; those that name no resource are about `urn`. */
export function diagnosticsOf(
  response: analyzer.AnalyzeResponse,
  urn: string,
): readonly Diagnostic[] {
  return response.getDiagnosticsList().map((diagnostic) => ({
    policy: diagnostic.getPolicyname(),
    urn: diagnostic.getUrn() === "" ? urn : diagnostic.getUrn(),
    message: diagnostic.getMessage(),
    level: levelNames[diagnostic.getEnforcementlevel()] ?? "",
    severity: severityNames[diagnostic.getSeverity()] ?? "",
    description: diagnostic.getDescription(),
  }));
}

/** Every policy id of a compiled pack with these rules. */
export function policyIds(rules: readonly Rule[]): readonly string[] {
  return [...rules, ...housekeeping].map(({ id }) => id);
}
