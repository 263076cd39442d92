import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourcePosition } from "@pulumi/pulumi/proto/source_pb";

/** Where a program made a resource, `components/database.ts:40`, relative to its directory. */
export function sourceOf(position: SourcePosition | undefined, directory: string): string {
  if (position === undefined || position.getUri() === "") return "";
  const path = relative(directory, pathOf(position.getUri()));
  return `${path.split(sep).join("/")}:${position.getLine().toString()}`;
}

/** The first place in a stack trace that lies in the program itself. */
export function sourceInStack(stack: string | undefined, directory: string): string {
  const frames = (stack ?? "")
    .split("\n")
    .map((line) => /\(?((?:file:\/\/)?\/[^()]+):(\d+):\d+\)?$/.exec(line));
  const own = frames.find(
    (frame) => frame?.[1] !== undefined && isWithin(pathOf(frame[1]), directory),
  );
  if (own?.[1] === undefined) return "";
  return `${relative(directory, pathOf(own[1])).split(sep).join("/")}:${own[2] ?? ""}`;
}

function isWithin(path: string, directory: string): boolean {
  return path.startsWith(directory + sep) && !path.includes(`${sep}node_modules${sep}`);
}

function pathOf(uri: string): string {
  if (uri.startsWith("file://")) return fileURLToPath(uri);
  return uri.startsWith("project://") ? uri.slice("project://".length) : uri;
}
