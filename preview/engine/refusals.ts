import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";

interface Refusal {
  readonly applies: (request: RegisterResourceRequest) => boolean;
  readonly reason: string;
}

/** What only a provider process, a cluster or a cloud can make: refused, because leaving it out would hide it. */
const refusals: readonly Refusal[] = [
  {
    applies: (request) => request.getRemote(),
    reason:
      "is a remote component: its children are made inside a plugin, where no preview without that plugin sees them",
  },
  {
    applies: (request) => request.getType().startsWith("pulumi-nodejs:dynamic:"),
    reason: "is a dynamic resource: its provider is code that runs against the real world",
  },
  {
    applies: (request) => /^kubernetes:(helm\.sh\/v4|kustomize|yaml)/.test(request.getType()),
    reason: "renders its objects against a live cluster",
  },
];

/** Why the offline preview cannot show a resource; undefined where it can. */
export function refusalOf(request: RegisterResourceRequest): string | undefined {
  const refusal = refusals.find(({ applies }) => applies(request));
  return refusal && `${request.getType()} ${refusal.reason}`;
}
