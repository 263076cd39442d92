import { createHash } from "node:crypto";
import { mapValues, secret, unknown, type Data } from "../engine/wire";
import { digitsOf } from "./naming";
import type { ProviderRequest, StandIn } from "./stand-in";

/** What the random provider answers: nothing before the creation, values made from the URN after it. */
export const random: StandIn = {
  check: (request) => request.inputs,
  preview: (request) => ({
    ...request.inputs,
    ...mapValues(valuesOf(request), () => unknown),
  }),
  create: (request) => ({
    id: idOf(request),
    outputs: { ...request.inputs, ...valuesOf(request) },
  }),
  invoke: (token) => {
    throw new Error(`the function ${token} is not known to the offline preview`);
  },
};

function idOf({ type, urn }: ProviderRequest): string {
  return type === "random:index/randomPassword:RandomPassword" ? "none" : digitsOf(urn, 16);
}

function valuesOf({ type, urn, inputs }: ProviderRequest): Data {
  const length = Number(inputs["length"] ?? 32);
  if (type === "random:index/randomPassword:RandomPassword") {
    const text = bytesOf(urn, length).toString("base64url").slice(0, length);
    return { result: secret(text), bcryptHash: secret(digitsOf(`${urn} hash`, 60)) };
  }
  if (type === "random:index/randomBytes:RandomBytes") {
    const bytes = bytesOf(urn, length);
    return { base64: secret(bytes.toString("base64")), hex: secret(bytes.toString("hex")) };
  }
  throw new Error(`${type} is not known to the offline preview's random provider`);
}

function bytesOf(urn: string, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, block) =>
    createHash("sha256").update(`${urn} ${block.toString()}`).digest(),
  );
  return Buffer.concat(blocks).subarray(0, length);
}
