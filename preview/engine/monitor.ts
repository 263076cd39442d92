import { InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import {
  ReadResourceResponse,
  RegisterPackageResponse,
  RegisterResourceResponse,
  type ReadResourceRequest,
  type RegisterPackageRequest,
  type RegisterResourceOutputsRequest,
  type RegisterResourceRequest,
  type ResourceInvokeRequest,
} from "@pulumi/pulumi/proto/resource_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { missingFiles } from "./assets";
import {
  DefaultProviders,
  noOptions,
  referenceTo,
  type DefaultProviderRequest,
} from "./default-providers";
import { optionsOf, propertyDependenciesOf } from "./options";
import { answer, packageOf, standInOf, withSecrets, type Answer } from "./providers";
import { refusalOf } from "./refusals";
import type { Resource } from "./resource";
import { sourceOf } from "./source";
import { structOf } from "./struct";
import { Transforms } from "./transforms";
import { urnOf } from "./urn";
import { isData, normalize, type Data } from "./wire";

export interface MonitorOptions {
  readonly stack: string;
  readonly project: string;
  readonly directory: string;
  readonly config: Readonly<Record<string, string>>;
  /**
   * Whether to run the program as on a stack that is deployed, so that what providers make up is known.
   *
   * @default false
   */
  readonly deployed?: boolean;
}

/** What the engine does with the requests of a program that is previewed for the first time. */
export class Monitor {
  readonly resources = new Map<string, Resource>();
  readonly transforms = new Transforms();
  readonly #defaults: DefaultProviders;
  readonly #providerMaps = new Map<string, ReadonlyMap<string, string>>();
  readonly #packages = new Map<string, { name: string; version: string }>();

  constructor(private readonly options: MonitorOptions) {
    this.#defaults = new DefaultProviders(options.stack, options.project, options.config);
  }

  /** The URN of the resource that a request is about. */
  urnFor(request: RegisterResourceRequest | ReadResourceRequest): string {
    return urnOf(this.options.stack, this.options.project, {
      type: request.getType(),
      name: request.getName(),
      parent: request.getParent(),
    });
  }

  /** Registers a resource: transforms, URN, provider, check, what is known of its outputs. */
  async registerResource(request: RegisterResourceRequest): Promise<RegisterResourceResponse> {
    await this.transforms.apply(request);
    const refusal = refusalOf(request);
    if (refusal !== undefined) throw new Error(refusal);
    const urn = this.urnFor(request);
    const parent = request.getParent();
    if (parent !== "" && !this.resources.has(parent)) {
      throw new Error(`could not find parent resource ${parent}`);
    }
    if (this.resources.has(urn)) {
      throw new Error(`Duplicate resource URN '${urn}'; try giving it a unique name`);
    }
    this.transforms.keep(urn, request);
    this.#keepProviders(urn, request);
    const resource = this.#resourceOf(urn, request);
    this.resources.set(urn, resource);
    return responseTo(resource);
  }

  /** Adds the outputs that a component or the stack registered for itself. */
  registerResourceOutputs(request: RegisterResourceOutputsRequest): void {
    const resource = this.resources.get(request.getUrn());
    if (resource === undefined) throw new Error(`no resource has the URN '${request.getUrn()}'`);
    resource.outputs = dataOf(request.getOutputs());
  }

  /** Answers `X.get(...)`: what the program says of the resource is all that is known. */
  readResource(request: ReadResourceRequest): ReadResourceResponse {
    const [type, name, parent] = [request.getType(), request.getName(), request.getParent()];
    if (type === "pulumi:pulumi:StackReference") {
      throw new Error(
        `the stack reference '${name}' needs a backend: the offline preview has none`,
      );
    }
    const inputs = dataOf(request.getProperties());
    const provider = this.#providerOf(request.getProvider(), {
      pkg: packageOf(type),
      version: request.getVersion(),
      user: type,
    });
    const urn = this.urnFor(request);
    const dependencies = request.getDependenciesList();
    this.resources.set(urn, {
      ...{ urn, type, name, id: "", parent, inputs, outputs: inputs, dependencies },
      ...{ custom: true, external: true, provider: referenceTo(provider) },
      ...{ propertyDependencies: {}, options: noOptions, source: "" },
    });
    const response = new ReadResourceResponse();
    response.setUrn(urn);
    response.setProperties(structOf(inputs));
    return response;
  }

  /** Answers a data source from the provider's fixtures. */
  invoke(request: ResourceInvokeRequest): InvokeResponse {
    const token = request.getTok();
    const args = dataOf(request.getArgs());
    const response = new InvokeResponse();
    if (token === "pulumi:pulumi:getResource") {
      const found = this.resources.get(String(args["urn"]));
      if (found === undefined) throw new Error(`no resource has the URN '${String(args["urn"])}'`);
      response.setReturn(structOf({ urn: found.urn, id: "", state: found.outputs }));
      return response;
    }
    this.#providerOf(request.getProvider(), {
      pkg: packageOf(token),
      version: request.getVersion(),
      user: token,
    });
    response.setReturn(structOf(standInOf(token).invoke(token, args)));
    return response;
  }

  registerPackage(request: RegisterPackageRequest): RegisterPackageResponse {
    const reference = `package-${this.#packages.size.toString()}`;
    this.#packages.set(reference, { name: request.getName(), version: request.getVersion() });
    const response = new RegisterPackageResponse();
    response.setRef(reference);
    return response;
  }

  /** A component's children fall back to its providers, then to those of its parents. */
  #keepProviders(urn: string, request: RegisterResourceRequest): void {
    if (request.getCustom()) return;
    const providers = new Map(this.#providerMaps.get(request.getParent()));
    request.getProvidersMap().forEach((reference: string, pkg: string) => {
      providers.set(pkg, reference);
    });
    this.#providerMaps.set(urn, providers);
  }

  #resourceOf(urn: string, request: RegisterResourceRequest): Resource {
    const [type, name] = [request.getType(), request.getName()];
    const given = dataOf(request.getObject());
    const [missing] = missingFiles(given, this.options.directory);
    if (missing !== undefined) throw new Error(`the file '${missing}' does not exist`);
    const parentAliases = this.resources.get(request.getParent())?.options.aliases ?? [];
    const options = optionsOf(request, { ...this.options, parentAliases });
    const provider = isManaged(request) ? this.#providerFor(request, urn) : undefined;
    const { directory, deployed = false } = this.options;
    const position = request.getSourceposition();
    const { id, inputs, outputs } = provider
      ? answer({ urn, type, name, inputs: given }, provider, deployed)
      : unmanaged(request, given);
    return {
      ...{ urn, type, name, id, parent: request.getParent(), inputs, options },
      outputs: withSecrets(outputs, options.additionalSecretOutputs, inputs),
      custom: request.getCustom(),
      external: false,
      provider: provider ? referenceTo(provider) : "",
      dependencies: options.dependsOn,
      propertyDependencies: propertyDependenciesOf(request, inputs),
      get source() {
        return sourceOf(position, directory);
      },
    };
  }

  #providerFor(request: RegisterResourceRequest, urn: string): Resource {
    const pkg = packageOf(request.getType());
    const inherited = this.#providerMaps.get(request.getParent())?.get(pkg) ?? "";
    const given = request.getProvider() || (request.getProvidersMap().get(pkg) ?? inherited);
    const version = this.#packages.get(request.getPackageref())?.version ?? request.getVersion();
    return this.#providerOf(given, { pkg, version, user: urn });
  }

  #providerOf(reference: string, wanted: DefaultProviderRequest): Resource {
    const known = this.resources.get(reference.slice(0, reference.lastIndexOf("::")));
    if (known) return known;
    const provider = this.#defaults.make(wanted);
    const made = this.resources.get(provider.urn) ?? provider;
    this.resources.set(made.urn, made);
    return made;
  }
}

function isManaged(request: RegisterResourceRequest): boolean {
  return request.getCustom() && !request.getType().startsWith("pulumi:");
}

/** Components have no outputs until they register them; providers have their settings. */
function unmanaged(request: RegisterResourceRequest, given: Data): Answer {
  if (!request.getCustom()) return { id: "", inputs: given, outputs: {} };
  const version = request.getVersion();
  const inputs = version === "" ? given : { ...given, version };
  return { id: "", inputs, outputs: inputs };
}

function responseTo(resource: Resource): RegisterResourceResponse {
  const response = new RegisterResourceResponse();
  response.setUrn(resource.urn);
  response.setId(resource.id);
  response.setObject(structOf(resource.outputs));
  return response;
}

/** Keys that begin with two underscores are the SDK's own and never reach a provider or a rule. */
function dataOf(struct: Struct | undefined): Data {
  const value = normalize(struct?.toJavaScript() ?? {});
  if (!isData(value)) return {};
  return Object.fromEntries(Object.entries(value).filter(([key]) => !key.startsWith("__")));
}
