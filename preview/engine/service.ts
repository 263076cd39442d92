import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import {
  SupportsFeatureResponse,
  type ReadResourceRequest,
  type RegisterPackageRequest,
  type RegisterResourceOutputsRequest,
  type RegisterResourceRequest,
  type ResourceInvokeRequest,
} from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { ProgramError, type FirstFailure } from "./failure";
import type { Monitor } from "./monitor";
import { urnOf } from "./urn";

type Reply = (error: Error | null, response?: unknown) => void;
type Handler<Request> = (request: Request, reply: Reply) => void;

/** Every feature that the SDK may ask for is there. */
function supported(): SupportsFeatureResponse {
  const response = new SupportsFeatureResponse();
  response.setHassupport(true);
  return response;
}

/** The monitor as the SDK calls it: methods of the gRPC service, answered in the same process. */
export function monitorService(monitor: Monitor, failure: FirstFailure): object {
  const serve =
    <Request>(
      handle: (request: Request) => unknown,
      subject: (request: Request) => string,
    ): Handler<Request> =>
    (request, reply) => {
      Promise.resolve()
        .then(() => handle(request))
        .then(
          (response) => {
            reply(null, response ?? new Empty());
          },
          (error: unknown) => {
            const message = error instanceof Error ? error.message : String(error);
            failure.fail(new ProgramError(message, subject(request)));
            reply(new Error(message));
          },
        );
    };
  const none = (): string => "";
  const urn = (request: RegisterResourceRequest | ReadResourceRequest): string =>
    urnOf("", "", request.getType(), request.getName(), request.getParent());
  return {
    supportsFeature: serve(supported, none),
    registerResource: serve<RegisterResourceRequest>((r) => monitor.registerResource(r), urn),
    registerResourceOutputs: serve<RegisterResourceOutputsRequest>((r) => {
      monitor.registerResourceOutputs(r);
    }, none),
    readResource: serve<ReadResourceRequest>((r) => monitor.readResource(r), urn),
    invoke: serve<ResourceInvokeRequest>((r) => monitor.invoke(r), none),
    registerPackage: serve<RegisterPackageRequest>((r) => monitor.registerPackage(r), none),
    registerStackTransform: serve<Callback>((callback) => {
      monitor.transforms.add(callback);
    }, none),
    registerStackInvokeTransform: serve(() => undefined, none),
    registerResourceHook: serve(() => undefined, none),
    registerErrorHook: serve(() => undefined, none),
    signalAndWaitForShutdown: serve(() => undefined, none),
    call: serve((request: { getTok(): string }) => {
      throw new Error(
        `${request.getTok()} is a method of a remote component, which only its plugin can run`,
      );
    }, none),
  };
}
