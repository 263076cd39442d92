import { createRequire } from "node:module";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { sizes } from "../spec/spec";
import type { PreviewOptions } from "./commands/preview";
import { exitCodes } from "./exit-codes";
import { processIo } from "./io";

/**
 * Runs the command that the process's arguments name, and sets its exit code.
 *
 * @param loadPulumi - Loads Pulumi's libraries fast; called by what needs them, so not to print help.
 */
export async function main(loadPulumi: () => void): Promise<void> {
  const load = (command: string): unknown => {
    loadPulumi();
    return createRequire(__filename)(`./commands/${command}`);
  };
  const groundwork = new Command("groundwork")
    .description(
      "Previews stacks as Pulumi would deploy them, judged by the policy pack, without a cloud.",
    )
    .showHelpAfterError("(groundwork --help lists the commands)")
    .exitOverride();
  addPreview(groundwork, load);
  try {
    await groundwork.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : exitCodes.badInput;
  }
}

/** Loads the module of a command, and what it needs. */
type Load = (command: string) => unknown;

function addPreview(groundwork: Command, load: Load): void {
  aboutStacks(groundwork.command("preview"))
    .description(
      "Shows what the stacks would be, what the pack finds and which requirements are proved.",
    )
    .option("--policy-config <file>", "configuration of the pack instead of the stack's own")
    .option("--no-policies", "judge nothing")
    .addOption(
      new Option("--fail-on <level>", "findings of this level or above make the exit code 1")
        .choices(["mandatory", "advisory"])
        .default("mandatory"),
    )
    .option("--full", "list every resource", false)
    .option("--json", "print one JSON document and nothing else", false)
    .addHelpText(
      "after",
      "\nExit codes: 0 clean, 1 findings at or above the level, 2 bad input or a failing program.",
    )
    .action(async (options: PreviewOptions) => {
      const { preview } = load("preview") as typeof import("./commands/preview");
      process.exitCode = await preview(options, processIo());
    });
}

function aboutStacks(command: Command): Command {
  return command
    .option(
      "--stack <name>",
      "a stack of this project, or DIR:NAME; all of them when left out",
      collect,
      [],
    )
    .addOption(new Option("--size <size>", "another size of machines and volumes").choices(sizes))
    .option("--set <path=value>", "override one value of the spec; the value is YAML", collect, []);
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  if (value === "") throw new InvalidArgumentError("It must not be empty.");
  return [...previous, value];
}
