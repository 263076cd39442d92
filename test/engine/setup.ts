import type { RootHookObject } from "mocha";
import { findCli } from "./cli";
import { closeBenches } from "./suite";

/** Builds the CLI, where it must be built, before test files that need it run side by side. */
export async function mochaGlobalSetup(): Promise<void> {
  await findCli().catch(() => undefined); // each test file says what is missing
}

export const mochaHooks: RootHookObject = { afterAll: closeBenches };
