import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import {
  TransformRequest,
  TransformResourceOptions,
  TransformResponse,
  type RegisterResourceRequest,
} from "@pulumi/pulumi/proto/resource_pb";
import state = require("@pulumi/pulumi/runtime/state");
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { toOutputValues } from "./wire";

/**
 * Calls the transforms that a program registered. The SDK serves them to the engine from a port; here
 * they are called directly, in the program's own context.
 */
export class Transforms {
  readonly #stack: Callback[] = [];
  readonly #inherited = new Map<string, readonly Callback[]>();

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

  #own(request: RegisterResourceRequest): readonly Callback[] {
    const above = this.#inherited.get(request.getParent()) ?? [];
    return [...request.getTransformsList(), ...above];
  }

  async #call(callback: Callback, body: TransformRequest): Promise<TransformResponse> {
    const transform = state.getStore().callbacks?._callbacks.get(callback.getToken());
    if (transform === undefined)
      throw new Error(`no transform is registered as ${callback.getToken()}`);
    const response = await transform(body.serializeBinary());
    return TransformResponse.deserializeBinary(response.serializeBinary());
  }
}

function transformRequest(request: RegisterResourceRequest): TransformRequest {
  const transform = new TransformRequest();
  transform.setType(request.getType());
  transform.setName(request.getName());
  transform.setCustom(request.getCustom());
  transform.setParent(request.getParent());
  transform.setProperties(withOutputValues(request.getObject()));
  transform.setOptions(optionsOf(request));
  return transform;
}

function withOutputValues(properties: Struct | undefined): Struct {
  const values = toOutputValues(properties?.toJavaScript() ?? {});
  return Struct.fromJavaScript(values as Parameters<typeof Struct.fromJavaScript>[0]);
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
