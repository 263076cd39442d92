import type { Data } from "../engine/wire";
import { aws } from "./aws";
import { kubernetes } from "./kubernetes";
import { random } from "./random";

/** A resource that a provider is asked about. Values are in the engine's wire form. */
export interface ProviderRequest {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly inputs: Data;
  /** Its inputs as they were last completed; none for one that does not exist yet. */
  readonly olds?: Data;
  /** Inputs of the provider resource that manages it. */
  readonly provider: Data;
}

/** What a provider plugin would answer, without a cloud behind it. */
export interface StandIn {
  /** The inputs as the provider completes them: names it makes up, region, defaults. */
  check(request: ProviderRequest): Data;
  /** What is known of the outputs before the resource exists; what is left out is unknown. */
  preview(request: ProviderRequest): Data;
  /** The resource as it would be after its creation. */
  create(request: ProviderRequest): { readonly id: string; readonly outputs: Data };
  /** Answers a data source; refuses one that it has no fixture for. */
  invoke(token: string, args: Data): Data;
}

/** The stand-ins, by package. */
export const standIns: Readonly<Record<string, StandIn>> = { aws, kubernetes, random };
