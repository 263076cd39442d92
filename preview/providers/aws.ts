import { isData, isUnknown, type Data } from "../engine/wire";
import { autonamed, defaults, isGlobal, nameAlternatives, untaggable } from "./aws-types";
import { createdOutputs, plannedOutputs } from "./aws-outputs";
import { digitsOf } from "./naming";
import type { ProviderRequest, StandIn } from "./stand-in";

/** What the AWS provider answers, without AWS. */
export const aws: StandIn = {
  check: (request) => ({
    ...defaults[request.type],
    ...autoname(request),
    ...region(request),
    ...request.inputs,
    ...tagsAll(request),
  }),
  preview: (request) => plannedOutputs(request),
  create: (request) => createdOutputs(request),
  invoke: (token) => {
    throw new Error(
      `the data source ${token} has no value without a cloud: take the value from configuration instead`,
    );
  },
};

/** A made-up name stays for as long as the resource does, whatever becomes of its name in the program. */
function autoname({ type, name, urn, inputs, olds = {} }: ProviderRequest): Data {
  const property = autonamed[type];
  if (property === undefined || nameAlternatives.some((other) => other in inputs)) return {};
  if (property in olds) return { [property]: olds[property] };
  const prefix = property === "name" && type === "aws:kms/alias:Alias" ? "alias/" : "";
  return { [property]: `${prefix}${name}-${digitsOf(urn, 7)}` };
}

function region({ type, provider }: ProviderRequest): Data {
  return isGlobal(type) || provider["region"] === undefined ? {} : { region: provider["region"] };
}

function tagsAll({ type, inputs, provider }: ProviderRequest): Data {
  const shared = isData(provider["defaultTags"]) ? provider["defaultTags"]["tags"] : undefined;
  if (!isData(shared) || untaggable.has(type)) return {};
  const own = inputs["tags"] ?? {};
  return { tagsAll: isData(own) ? { ...shared, ...own } : isUnknown(own) ? own : shared };
}
