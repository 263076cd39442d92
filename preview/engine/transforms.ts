import * as grpc from "@grpc/grpc-js";
import { CallbacksClient } from "@pulumi/pulumi/proto/callback_grpc_pb";
import { CallbackInvokeRequest, type Callback } from "@pulumi/pulumi/proto/callback_pb";
import {
  TransformRequest,
  TransformResourceOptions,
  TransformResponse,
  type RegisterResourceRequest,
} from "@pulumi/pulumi/proto/resource_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

/** Calls the transforms that a program registered; the SDK serves them from a port of its own. */
export class Transforms {
  readonly #stack: Callback[] = [];
  readonly #inherited = new Map<string, readonly Callback[]>();
  readonly #clients = new Map<string, CallbacksClient>();

  /** Adds a transform of every resource of the stack. */
  add(callback: Callback): void {
    this.#stack.push(callback);
  }

  /** Keeps a resource's transforms for the children it will have. */
  keep(urn: string, request: RegisterResourceRequest): void {
    this.#inherited.set(urn, this.#own(request));
  }

  /** Changes the request as the transforms say: the resource's own first, then its parents', then the stack's. */
  async apply(request: RegisterResourceRequest): Promise<void> {
    for (const callback of [...this.#own(request), ...this.#stack]) {
      const response = await this.#call(callback, transformRequest(request));
      const properties = response.getProperties();
      if (properties) request.setObject(properties);
      const options = response.getOptions();
      if (options) applyOptions(request, options);
    }
  }

  close(): void {
    this.#clients.forEach((client) => {
      client.close();
    });
  }

  #own(request: RegisterResourceRequest): readonly Callback[] {
    const above = this.#inherited.get(request.getParent()) ?? [];
    return [...request.getTransformsList(), ...above];
  }

  #call(callback: Callback, body: TransformRequest): Promise<TransformResponse> {
    const request = new CallbackInvokeRequest();
    request.setToken(callback.getToken());
    request.setRequest(body.serializeBinary());
    return new Promise((resolve, reject) => {
      this.#client(callback.getTarget()).invoke(request, (error, response) => {
        if (error) reject(new Error(error.details));
        else resolve(TransformResponse.deserializeBinary(response.getResponse_asU8()));
      });
    });
  }

  #client(target: string): CallbacksClient {
    const known = this.#clients.get(target);
    if (known) return known;
    const client = new CallbacksClient(target, grpc.credentials.createInsecure());
    this.#clients.set(target, client);
    return client;
  }
}

function transformRequest(request: RegisterResourceRequest): TransformRequest {
  const transform = new TransformRequest();
  transform.setType(request.getType());
  transform.setName(request.getName());
  transform.setCustom(request.getCustom());
  transform.setParent(request.getParent());
  transform.setProperties(request.getObject() ?? Struct.fromJavaScript({}));
  transform.setOptions(optionsOf(request));
  return transform;
}

function optionsOf(request: RegisterResourceRequest): TransformResourceOptions {
  const options = new TransformResourceOptions();
  options.setDependsOnList(request.getDependenciesList());
  options.setIgnoreChangesList(request.getIgnorechangesList());
  options.setReplaceOnChangesList(request.getReplaceonchangesList());
  options.setAdditionalSecretOutputsList(request.getAdditionalsecretoutputsList());
  options.setProvider(request.getProvider());
  options.setVersion(request.getVersion());
  options.setImport(request.getImportid());
  options.setDeletedWith(request.getDeletedwith());
  if (request.hasProtect()) options.setProtect(request.getProtect() ?? false);
  if (request.hasRetainondelete()) options.setRetainOnDelete(request.getRetainondelete() ?? false);
  request.getProvidersMap().forEach((reference: string, pkg: string) => {
    options.getProvidersMap().set(pkg, reference);
  });
  return options;
}

function applyOptions(request: RegisterResourceRequest, options: TransformResourceOptions): void {
  request.setDependenciesList(options.getDependsOnList());
  request.setIgnorechangesList(options.getIgnoreChangesList());
  request.setReplaceonchangesList(options.getReplaceOnChangesList());
  request.setAdditionalsecretoutputsList(options.getAdditionalSecretOutputsList());
  request.setProvider(options.getProvider());
  request.setDeletedwith(options.getDeletedWith());
  if (options.hasProtect()) request.setProtect(options.getProtect() ?? false);
  if (options.hasRetainOnDelete()) request.setRetainondelete(options.getRetainOnDelete() ?? false);
}
