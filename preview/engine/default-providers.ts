import type { Resource } from "./resource";
import { urnOf } from "./urn";
import { unknown, type Data } from "./wire";

export interface DefaultProviderRequest {
  readonly pkg: string;
  readonly version: string;
  /** URN or token of what needs the provider. */
  readonly user: string;
}

/** Stands for the providers that Pulumi makes by itself where a program names none. */
export class DefaultProviders {
  readonly #disabled: readonly string[];

  constructor(
    private readonly stack: string,
    private readonly project: string,
    private readonly config: Readonly<Record<string, string>>,
  ) {
    this.#disabled = JSON.parse(config["pulumi:disable-default-providers"] ?? "[]") as string[];
  }

  /** Makes the default provider of a package; refuses where configuration forbids it, as the engine does. */
  make({ pkg, version, user }: DefaultProviderRequest): Resource {
    if (this.#disabled.includes("*") || this.#disabled.includes(pkg)) {
      throw new Error(
        `Default provider for '${pkg}' disabled. '${user}' must use an explicit provider.`,
      );
    }
    const type = `pulumi:providers:${pkg}`;
    const name = version === "" ? "default" : `default_${version.replaceAll(".", "_")}`;
    const inputs = { ...(version === "" ? {} : { version }), ...this.#settings(pkg) };
    return {
      urn: urnOf(this.stack, this.project, { type, name, parent: "" }),
      type,
      name,
      id: "",
      parent: "",
      custom: true,
      external: false,
      provider: "",
      inputs,
      outputs: inputs,
      dependencies: [],
      propertyDependencies: {},
      options: noOptions,
      source: "",
    };
  }

  #settings(pkg: string): Data {
    const keys = Object.keys(this.config).filter((key) => key.startsWith(`${pkg}:`));
    return Object.fromEntries(keys.map((key) => [key.slice(pkg.length + 1), this.config[key]]));
  }
}

/** The reference by which resources name a provider. */
export function referenceTo(provider: Resource): string {
  return `${provider.urn}::${unknown}`;
}

export const noOptions: Resource["options"] = {
  protect: false,
  retainOnDelete: false,
  deleteBeforeReplace: undefined,
  ignoreChanges: [],
  replaceOnChanges: [],
  additionalSecretOutputs: [],
  dependsOn: [],
  aliases: [],
  importId: "",
  deletedWith: "",
  version: "",
  customTimeouts: { create: "", update: "", delete: "" },
};
