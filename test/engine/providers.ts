import {
  ResourceProviderService,
  type IResourceProviderServer,
} from "@pulumi/pulumi/proto/provider_grpc_pb";
import {
  CheckResponse,
  ConfigureResponse,
  CreateResponse,
  DiffResponse,
  InvokeResponse,
  ProviderHandshakeResponse,
  ReadResponse,
  UpdateResponse,
  type CheckRequest,
  type ConfigureRequest,
  type CreateRequest,
  type DeleteRequest,
  type DiffRequest,
  type InvokeRequest,
  type ReadRequest,
  type UpdateRequest,
} from "@pulumi/pulumi/proto/provider_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { packageOf, settingsOf } from "../../preview/engine/providers";
import { isData, isSecret, reveal, type Data } from "../../preview/engine/wire";
import type { ProviderRequest, StandIn } from "../../preview/providers/stand-in";
import { serve, unary, type GrpcServer } from "./grpc-server";
import { replacingProperties } from "./replacements";

/** One request of the engine to a provider. */
export interface ProviderCall {
  readonly method: "check" | "create" | "delete" | "invoke" | "read" | "update";
  /** URN of the resource, or token of the function. */
  readonly subject: string;
  /** What the engine sent. */
  readonly request: Data;
  /** What it was answered. */
  readonly answer: Data;
  /** Whether the engine only asked what would happen. */
  readonly preview: boolean;
}

type Resource = Omit<ProviderRequest, "provider">;

/** One server that stands for every provider plugin of a stack and remembers what it was asked. */
export class Providers {
  /** Every request so far, in order. */
  readonly calls: ProviderCall[] = [];
  /** Every text that was secret in a request or an answer. */
  readonly secrets = new Set<string>();
  /** URNs of the resources whose next creation AWS refuses. */
  readonly refused = new Set<string>();
  readonly #settings = new Map<string, Data>();
  #server: GrpcServer | undefined;

  constructor(private readonly standIns: Readonly<Record<string, StandIn>>) {}

  /** Starts the server. */
  async start(): Promise<void> {
    this.#server = await serve(ResourceProviderService, this.#service());
  }

  /** The value of `PULUMI_DEBUG_PROVIDERS` that sends the engine here. */
  get addresses(): string {
    const port = this.#server?.port.toString() ?? "";
    return Object.keys(this.standIns)
      .map((name) => `${name}:${port}`)
      .join(",");
  }

  /** Subjects of the calls of one method that were not made for a preview, sorted. */
  subjects(method: ProviderCall["method"]): readonly string[] {
    const done = this.calls.filter((call) => call.method === method && !call.preview);
    return done.map(({ subject }) => subject).sort();
  }

  close(): void {
    this.#server?.close();
  }

  #service(): Partial<IResourceProviderServer> {
    return {
      handshake: unary(() => new ProviderHandshakeResponse().setAcceptSecrets(true)),
      attach: unary(() => new Empty()),
      cancel: unary(() => new Empty()),
      getPluginInfo: unary(() => new PluginInfo().setVersion("99.0.0")),
      checkConfig: unary((request) => new CheckResponse().setInputs(request.getNews())),
      diffConfig: unary((request) => differenceOf("", request)),
      configure: unary((request, caller) => this.#configure(request, caller)),
      check: unary((request, caller) => this.#check(request, caller)),
      diff: unary((request) => differenceOf(request.getType(), request)),
      create: unary((request, caller) => this.#create(request, caller)),
      read: unary((request) => this.#read(request)),
      update: unary((request, caller) => this.#update(request, caller)),
      delete: unary((request) => this.#delete(request)),
      invoke: unary((request) => this.#invoke(request)),
    };
  }

  /** The engine opens a connection for each provider resource, so the caller tells which one asks. */
  #configure(request: ConfigureRequest, caller: string): ConfigureResponse {
    this.#settings.set(caller, settingsOf(dataOf(request.getArgs())));
    return new ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
  }

  #check(request: CheckRequest, caller: string): CheckResponse {
    const asked = this.#asked(request, dataOf(request.getNews()), caller);
    const olds = dataOf(request.getOlds());
    const inputs = this.#standIn(asked.type).check({ ...asked, olds });
    this.#record({ method: "check", subject: asked.urn, request: asked.inputs, answer: inputs });
    return new CheckResponse().setInputs(structOf(inputs));
  }

  #create(request: CreateRequest, caller: string): CreateResponse {
    const preview = request.getPreview();
    const asked = this.#asked(request, dataOf(request.getProperties()), caller);
    const standIn = this.#standIn(asked.type);
    if (!preview && this.refused.delete(asked.urn)) throw new Error("the quota is exceeded");
    const { id, outputs } = preview
      ? { id: "", outputs: standIn.preview(asked) }
      : standIn.create(asked);
    this.#record({
      ...{ method: "create", subject: asked.urn, request: asked.inputs },
      ...{ answer: outputs, preview },
    });
    return new CreateResponse().setId(id).setProperties(structOf(outputs));
  }

  #read(request: ReadRequest): ReadResponse {
    const properties = dataOf(request.getProperties());
    const answer = { ...properties, id: request.getId() };
    this.#record({ method: "read", subject: request.getUrn(), request: properties, answer });
    return new ReadResponse()
      .setId(request.getId())
      .setInputs(request.getInputs())
      .setProperties(structOf(answer));
  }

  #update(request: UpdateRequest, caller: string): UpdateResponse {
    const preview = request.getPreview();
    const asked = this.#asked(request, dataOf(request.getNews()), caller);
    const { outputs } = this.#standIn(asked.type).create(asked);
    this.#record({
      ...{ method: "update", subject: asked.urn, request: asked.inputs },
      ...{ answer: outputs, preview },
    });
    return new UpdateResponse().setProperties(structOf(outputs));
  }

  #delete(request: DeleteRequest): Empty {
    const properties = dataOf(request.getProperties());
    this.#record({ method: "delete", subject: request.getUrn(), request: properties, answer: {} });
    return new Empty();
  }

  #invoke(request: InvokeRequest): InvokeResponse {
    const [token, args] = [request.getTok(), dataOf(request.getArgs())];
    const answer = this.#standIn(token).invoke(token, args);
    this.#record({ method: "invoke", subject: token, request: args, answer });
    return new InvokeResponse().setReturn(structOf(answer));
  }

  #asked(
    request: Pick<CheckRequest, "getName" | "getType" | "getUrn">,
    inputs: Data,
    caller: string,
  ): ProviderRequest {
    const resource: Resource = {
      ...{ urn: request.getUrn(), type: request.getType(), name: request.getName() },
      inputs,
    };
    return { ...resource, provider: this.#settings.get(caller) ?? {} };
  }

  #standIn(token: string): StandIn {
    const standIn = this.standIns[packageOf(token)];
    if (standIn === undefined) throw new Error(`no provider stands in for ${token}`);
    return standIn;
  }

  #record(call: Omit<ProviderCall, "preview"> & { readonly preview?: boolean }): void {
    this.calls.push({ preview: false, ...call });
    for (const text of secretTexts([call.request, call.answer])) this.secrets.add(text);
  }
}

function differenceOf(
  type: string,
  request: Pick<DiffRequest, "getNews" | "getOldInputs">,
): DiffResponse {
  const [before, after] = [dataOf(request.getOldInputs()), dataOf(request.getNews())];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const changed = keys.filter((key) => textOf(before[key]) !== textOf(after[key]));
  const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;
  return new DiffResponse()
    .setChanges(changed.length === 0 ? DIFF_NONE : DIFF_SOME)
    .setDiffsList(changed)
    .setReplacesList([...replacingProperties(type, changed)]);
}

/** A value in a form that is equal for equal values, whatever the order of their keys. */
function textOf(value: unknown): string {
  const sorted = (_key: string, inner: unknown): unknown =>
    isData(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner;
  return value === undefined ? "" : JSON.stringify(value, sorted);
}

/** A document of no values tells nothing: a secret that waits for its first value is one. */
const emptyDocument = "{}";

function secretTexts(value: unknown): readonly string[] {
  if (isSecret(value)) return texts(reveal(value)).filter((text) => text !== emptyDocument);
  if (Array.isArray(value)) return value.flatMap(secretTexts);
  return isData(value) ? Object.values(value).flatMap(secretTexts) : [];
}

function texts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(texts);
}

function dataOf(struct: Struct | undefined): Data {
  return struct?.toJavaScript() ?? {};
}

function structOf(data: Data): Struct {
  return Struct.fromJavaScript(data as Parameters<typeof Struct.fromJavaScript>[0]);
}
