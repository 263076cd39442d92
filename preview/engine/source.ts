import { findSourceMap } from "node:module";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourcePosition } from "@pulumi/pulumi/proto/source_pb";

/** Where a program made a resource, `components/database.ts:40`, relative to its directory. */
export function sourceOf(position: SourcePosition | undefined, directory: string): string {
  if (position === undefined || position.getUri() === "") return "";
  const path = pathOf(position.getUri());
  return placeOf({ path, line: position.getLine(), column: position.getColumn() }, directory);
}

/** The first place in a stack trace that lies in the program itself. */
export function sourceInStack(stack: string | undefined, directory: string): string {
  const frames = (stack ?? "")
    .split("\n")
    .map((line) => /\(?((?:file:\/\/)?\/[^()]+):(\d+):(\d+)\)?$/.exec(line));
  const own = frames.find(
    (frame) => frame?.[1] !== undefined && isWithin(pathOf(frame[1]), directory),
  );
  if (own?.[1] === undefined) return "";
  const [, uri, line, column] = own;
  return placeOf({ path: pathOf(uri), line: Number(line), column: Number(column) }, directory);
}

/**
 * Has stacks formatted as they are, without looking up where the code of each frame was written: the SDK asks for the
 * stack of every resource, of which one frame matters, and `placeOf` looks that one up.
 *
 * @returns what has them formatted as before
 */
export function formatStacksPlainly(): () => void {
  const before = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace");
  const most = Error.stackTraceLimit;
  Error.prepareStackTrace = (error, frames) =>
    [String(error), ...frames.slice(0, most).map(line)].join("\n");
  return () => {
    if (before === undefined) Reflect.deleteProperty(Error, "prepareStackTrace");
    else Object.defineProperty(Error, "prepareStackTrace", before);
  };
}

/** A line of a stack in the form that the SDK reads, in which every frame has a name. */
function line(frame: NodeJS.CallSite): string {
  const place = `${frame.getFileName() ?? ""}:${frame.getLineNumber() ?? 0}:${frame.getColumnNumber() ?? 0}`;
  return `    at ${frame.getFunctionName() ?? "<anonymous>"} (${place})`;
}

interface Position {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Where the code at a position was written, which for compiled code is another line, relative to a directory. */
function placeOf({ path, line, column }: Position, directory: string): string {
  const entry = findSourceMap(path)?.findEntry(line - 1, column - 1);
  const written = entry !== undefined && "originalLine" in entry ? entry.originalLine + 1 : line;
  return `${relative(directory, path).split(sep).join("/")}:${written}`;
}

function isWithin(path: string, directory: string): boolean {
  return path.startsWith(directory + sep) && !path.includes(`${sep}node_modules${sep}`);
}

function pathOf(uri: string): string {
  if (uri.startsWith("file://")) return fileURLToPath(uri);
  return uri.startsWith("project://") ? uri.slice("project://".length) : uri;
}
