import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { sizes } from "../spec/spec";
import { preview, type PreviewOptions } from "./commands/preview";
import { exitCodes } from "./exit-codes";
import { processIo } from "./io";

/** The command line of the project. */
const groundwork = new Command("groundwork")
  .description(
    "Previews stacks as Pulumi would deploy them, judged by the policy pack, without a cloud.",
  )
  .showHelpAfterError("(groundwork --help lists the commands)")
  .exitOverride();

groundwork
  .command("preview")
  .description(
    "Shows what the stacks would be, what the pack finds and which requirements are proved.",
  )
  .option(
    "--stack <name>",
    "a stack of this project, or DIR:NAME; all of them when left out",
    collect,
    [],
  )
  .addOption(new Option("--size <size>", "another size of machines and volumes").choices(sizes))
  .option("--set <path=value>", "override one value of the spec; the value is YAML", collect, [])
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
    process.exitCode = await preview(options, processIo());
  });

void main();

async function main(): Promise<void> {
  try {
    await groundwork.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : exitCodes.badInput;
  }
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  if (value === "") throw new InvalidArgumentError("It must not be empty.");
  return [...previous, value];
}
