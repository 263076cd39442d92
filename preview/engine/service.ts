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
      subject: (request: Request) => string = () => "",
    ): Handler<Request> =>
    (request, reply) => {
      answer(handle, request).then(
        (response) => {
          reply(null, response);
        },
        (reason: unknown) => {
          const error = reason instanceof Error ? reason : new Error(String(reason));
          failure.fail(new ProgramError(error.message, subject(request)));
          reply(error);
        },
      );
    };
  const urn = (request: RegisterResourceRequest | ReadResourceRequest): string =>
    monitor.urnFor(request);
  const accept = serve(() => undefined);
  return {
    supportsFeature: serve(supported),
    registerResource: serve<RegisterResourceRequest>((r) => monitor.registerResource(r), urn),
    registerResourceOutputs: serve<RegisterResourceOutputsRequest>((r) => {
      monitor.registerResourceOutputs(r);
    }),
    readResource: serve<ReadResourceRequest>((r) => monitor.readResource(r), urn),
    invoke: serve<ResourceInvokeRequest>((r) => monitor.invoke(r)),
    registerPackage: serve<RegisterPackageRequest>((r) => monitor.registerPackage(r)),
    registerStackTransform: serve<Callback>((callback) => {
      monitor.transforms.add(callback);
    }),
    registerStackInvokeTransform: accept,
    registerResourceHook: accept,
    registerErrorHook: accept,
    signalAndWaitForShutdown: accept,
    call: serve((request: { getTok(): string }) => {
      throw new Error(
        `${request.getTok()} is a method of a remote component, which only its plugin can run`,
      );
    }),
  };
}

async function answer<Request>(
  handle: (request: Request) => unknown,
  request: Request,
): Promise<unknown> {
  return (await handle(request)) ?? new Empty();
}
