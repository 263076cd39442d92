import * as grpc from "@grpc/grpc-js";

/** A gRPC server on a port of this machine that the system chose. */
export interface GrpcServer {
  readonly port: number;
  /** Ends every connection at once. */
  close(): void;
}

const megabyte = 2 ** 20;

/** Starts a server for one service. */
export async function serve<Implementation extends grpc.UntypedServiceImplementation>(
  service: grpc.ServiceDefinition<Implementation>,
  implementation: Partial<Implementation>,
): Promise<GrpcServer> {
  const server = new grpc.Server({ "grpc.max_receive_message_length": 400 * megabyte });
  server.addService(service, implementation as grpc.UntypedServiceImplementation);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
  return {
    port,
    close: () => {
      server.forceShutdown();
    },
  };
}

/** A handler from a function of the request and the caller's address; what it throws becomes the call's error. */
export function unary<Request, Response>(
  answer: (request: Request, caller: string) => Response | Promise<Response>,
): grpc.handleUnaryCall<Request, Response> {
  return (call, reply) => {
    Promise.resolve()
      .then(() => answer(call.request, call.getPeer()))
      .then(
        (response) => {
          reply(null, response);
        },
        (error: unknown) => {
          const details = error instanceof Error ? error.message : String(error);
          reply({ code: grpc.status.UNKNOWN, details });
        },
      );
  };
}
