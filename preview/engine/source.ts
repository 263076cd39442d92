import { existsSync, readFileSync } from "node:fs";
import { findSourceMap, SourceMap, type SourceMapPayload } from "node:module";
import { dirname, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourcePosition } from "@pulumi/pulumi/proto/source_pb";

/** Where a program made a resource, `components/database.ts:40`, relative to its directory. */
export function sourceOf(position: SourcePosition | undefined, directory: string): string {
  if (position === undefined || position.getUri() === "") return "";
  const path = pathOf(position.getUri());
  return shown(
    written({ path, line: position.getLine(), column: position.getColumn() }),
    directory,
  );
}

/** The first place in a stack trace that lies in the program itself. */
export function sourceInStack(stack: string | undefined, directory: string): string {
  const own = (stack ?? "")
    .split("\n")
    .flatMap(placeIn)
    .map(written)
    .find(({ path }) => isWithin(path, directory));
  return own === undefined ? "" : shown(own, directory);
}

/** The place that a line of a stack trace names. */
function placeIn(text: string): Position[] {
  const [, uri, line, column] = /\(?((?:file:\/\/)?\/[^()]+):(\d+):(\d+)\)?$/.exec(text) ?? [];
  if (uri === undefined) return [];
  return [{ path: pathOf(uri), line: Number(line), column: Number(column) }];
}

/**
 * Has stacks formatted as they are: `sourceInStack` looks up where the code of a frame was written, and must not find
 * that Node has done so already.
 *
 * @returns what has them formatted as before
 */
export function formatStacksPlainly(): () => void {
  const before = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace");
  Error.prepareStackTrace = (error, frames) => [String(error), ...frames.map(line)].join("\n");
  return () => {
    if (before === undefined) Reflect.deleteProperty(Error, "prepareStackTrace");
    else Object.defineProperty(Error, "prepareStackTrace", before);
  };
}

/** A line of a stack, in which every frame has a name. */
function line(frame: NodeJS.CallSite): string {
  const place = `${frame.getFileName() ?? ""}:${frame.getLineNumber() ?? 0}:${frame.getColumnNumber() ?? 0}`;
  return `    at ${frame.getFunctionName() ?? "<anonymous>"} (${place})`;
}

interface Position {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Where code was written that ran as something compiled from it. What libraries were compiled from is not here. */
function written(position: Position): Position {
  const { path, line, column } = position;
  if (isOfLibrary(path)) return position;
  const entry = mapOf(path)?.findEntry(line - 1, column - 1);
  if (entry === undefined || !("originalSource" in entry)) return position;
  const { originalSource, originalLine, originalColumn } = entry;
  return {
    path: resolve(dirname(path), pathOf(originalSource)),
    line: originalLine + 1,
    column: originalColumn + 1,
  };
}

const mapsBeside = new Map<string, SourceMap | undefined>();

/** The map of a file: Node's, or the one beside a file that Node has not compiled itself. */
function mapOf(path: string): SourceMap | undefined {
  const known = findSourceMap(path);
  if (known !== undefined) return known;
  if (!mapsBeside.has(path)) mapsBeside.set(path, readMap(`${path}.map`));
  return mapsBeside.get(path);
}

function readMap(file: string): SourceMap | undefined {
  if (!existsSync(file)) return undefined;
  return new SourceMap(JSON.parse(readFileSync(file, "utf8")) as SourceMapPayload);
}

/** A place as reports show it, relative to a directory. */
function shown({ path, line }: Position, directory: string): string {
  return `${relative(directory, path).split(sep).join("/")}:${line}`;
}

function isWithin(path: string, directory: string): boolean {
  return path.startsWith(directory + sep) && !isOfLibrary(path);
}

function isOfLibrary(path: string): boolean {
  return path.includes(`${sep}node_modules${sep}`);
}

function pathOf(uri: string): string {
  if (uri.startsWith("file://")) return fileURLToPath(uri);
  return uri.startsWith("project://") ? uri.slice("project://".length) : uri;
}
