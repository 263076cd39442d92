import type * as grpc from "@grpc/grpc-js";
import type {
  AnalyzeRequest,
  AnalyzeResponse,
  AnalyzeStackRequest,
} from "@pulumi/pulumi/proto/analyzer_pb";

/** What the preview uses of the SDKs beyond their published types; test/preview/engine/contract.test.ts holds the SDKs to it. */
declare module "@pulumi/pulumi/runtime/state" {
  interface Store {
    callbacks?: {
      _callbacks: ReadonlyMap<
        string,
        (request: Uint8Array) => Promise<{ serializeBinary(): Uint8Array }>
      >;
    };
  }
  export function getStore(): Store;
  export function withLocalStorage<T>(callback: () => T): T;
  export const LocalStore: new () => Store;
  global {
    var globalStore: Store | undefined;
  }
}

declare module "@pulumi/pulumi/runtime/debuggable" {
  export const debuggablePromise: <T>(promise: Promise<T>, context: unknown) => Promise<T>;
}

declare module "@pulumi/policy/server" {
  type Handler<Request> = (
    call: { request: Request },
    callback: (
      error: grpc.ServiceError | Error | null | undefined,
      response?: AnalyzeResponse,
    ) => void,
  ) => void;
  export function makeAnalyzeRpcFun(
    pack: string,
    version: string,
    level: string,
    policies: readonly unknown[],
  ): Handler<AnalyzeRequest>;
  export function makeAnalyzeStackRpcFun(
    pack: string,
    version: string,
    level: string,
    policies: readonly unknown[],
  ): Handler<AnalyzeStackRequest>;
}
