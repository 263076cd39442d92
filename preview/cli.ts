import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { sizes } from "../spec/spec";
import type { ExplainOptions } from "./commands/explain";
import type { PreviewOptions } from "./commands/preview";
import type { RequirementsOptions } from "./commands/requirements";
import { exitCodes } from "./exit-codes";
import { processIo } from "./io";

/** Runs the command that the process's arguments name, and sets its exit code. */
export async function main(): Promise<void> {
  leaveWithReader();
  const groundwork = new Command("groundwork")
    .description(
      "Previews stacks as Pulumi would deploy them, judged by the policy pack, without a cloud.",
    )
    .showHelpAfterError("(groundwork --help lists the commands)")
    .exitOverride();
  addPreview(groundwork);
  addRequirements(groundwork);
  addExplain(groundwork);
  try {
    await groundwork.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : exitCodes.badInput;
  }
}

/** Ends the process quietly when whoever reads its output, such as `head`, has had enough. */
function leaveWithReader(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}

function addPreview(groundwork: Command): void {
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
      const { preview } = require("./commands/preview") as typeof import("./commands/preview");
      process.exitCode = await preview(options, processIo());
    });
}

function addRequirements(groundwork: Command): void {
  aboutStacks(groundwork.command("requirements"))
    .description("Lists what the deployment guides ask for, and what proves it on each stack.")
    .option("--system <name>", "only the requirements of this system")
    .option("--kind <kind>", "only requirements of this kind, such as infrastructure or secret")
    .option("--unproved", "only requirements that are not proved", false)
    .option("--json", "print one JSON document and nothing else", false)
    .addHelpText(
      "after",
      "\nExit codes: 0 none fails, 1 a proof does not hold, 2 bad input or a failing program.",
    )
    .action(async (options: RequirementsOptions) => {
      const { requirements } =
        require("./commands/requirements") as typeof import("./commands/requirements");
      process.exitCode = await requirements(options, processIo());
    });
}

function addExplain(groundwork: Command): void {
  aboutStacks(groundwork.command("explain"))
    .description("Explains a requirement, a rule, a resource or a component, and what ties them.")
    .argument("<name>", "id of a requirement or a rule, URN, type::name or name of a resource")
    .option("--full", "show long lists to their end", false)
    .addHelpText("after", "\nExit codes: 0 explained, 2 bad input or a failing program.")
    .action(async (name: string, options: ExplainOptions) => {
      const { explain } = require("./commands/explain") as typeof import("./commands/explain");
      process.exitCode = await explain(name, options, processIo());
    });
}

function aboutStacks(command: Command): Command {
  return command
    .option("--program <folder>", "another program of this project, such as account")
    .option(
      "--stack <name>",
      "a stack of the program, or DIR:NAME; all of them when left out",
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
