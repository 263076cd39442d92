import { execFile } from "node:child_process";
import { join } from "node:path";
import { documentSchema, type PreviewDocument, type StackDocument } from "../../preview/document";
import type { Workspace } from "./workspace";

/** What `groundwork preview --json` said. */
export interface OfflinePreview {
  readonly code: number;
  readonly document: PreviewDocument;
}

/** Previews a stack of a project of a workspace with the command line of its copy of the repository. */
export async function previewOffline(
  { repository, project }: Pick<Workspace, "project" | "repository">,
  stack: string,
  ...options: readonly string[]
): Promise<OfflinePreview> {
  const command = join(repository, "bin", "groundwork.mjs");
  const parameters = ["preview", "--stack", `${project}:${stack}`, "--json", ...options];
  const { code, stdout, stderr } = await new Promise<Ended>((resolve) => {
    const size = { maxBuffer: 2 ** 28 };
    execFile(process.execPath, [command, ...parameters], size, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
  if (stdout === "") throw new Error(`groundwork ${parameters.join(" ")} failed: ${stderr}`);
  return { code, document: documentSchema.parse(JSON.parse(stdout)) };
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The one stack of a preview without errors. */
export function stackOf({ document }: OfflinePreview): StackDocument {
  const [stack] = document.stacks;
  if (stack === undefined || document.errors.length > 0) {
    throw new Error(document.errors.map(({ message }) => message).join("\n"));
  }
  return stack;
}
