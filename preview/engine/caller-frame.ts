import type { SourcePosition } from "@pulumi/pulumi/proto/source_pb";

/**
 * The frame of the program that makes a resource, as the SDK asks for it: below so many frames of its own. The SDK
 * would have the whole stack formatted and read it back.
 */
export function callerFrame(skip: number): readonly SourcePosition.AsObject[] {
  const before = {
    stackTraceLimit: Error.stackTraceLimit,
    prepareStackTrace: Reflect.get(Error, "prepareStackTrace") as unknown,
  };
  Error.stackTraceLimit = skip + 1;
  Error.prepareStackTrace = (_, frames) => frames[skip];
  const frame = new Error().stack as unknown as NodeJS.CallSite | undefined;
  Object.assign(Error, before);
  const uri = frame?.getFileName() ?? "node:";
  if (uri.startsWith("node:")) return [];
  return [{ uri, line: frame?.getLineNumber() ?? 0, column: frame?.getColumnNumber() ?? 0 }];
}
