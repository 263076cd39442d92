import { concealed, shown, written } from "./shown";

/** One thing that is wrong with what the user wrote. */
export interface Problem {
  /** Where it was written, in the words of the spec, for example `database.storage.iops`. */
  readonly path: string;
  /** The offending value, never a secret; left out where the problem is that there is none. */
  readonly value?: unknown;
  /** What the value must satisfy, as a phrase that follows the path: `must be from 1 to 35`. */
  readonly rule: string;
  /** What to change, as an instruction: `set it to 30`. */
  readonly fix: string;
}

const lineWidth = 100;
/** A longer path stands on a line of its own. */
const widestPath = 30;
const leastColumn = 4;

/**
 * Lists problems as one message: how many there are and of what, then path, rule, value and fix of each, in columns.
 *
 * @param subject - What they are problems of: `Pulumi.production.yaml`, `the command line`.
 */
export function renderProblems(subject: string, problems: readonly Problem[]): string {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  const widths = problems.map(({ path }) => path.length).filter((width) => width <= widestPath);
  const column = Math.max(leastColumn, ...widths);
  const entries = problems.map((problem) => render(problem, column));
  return [`${count} in ${subject}`, ...entries].join("\n\n");
}

function render({ path, value, rule, fix }: Problem, column: number): string {
  const what = value === undefined ? rule : `${rule}, got ${written(value)}`;
  const texts = [what, fix].flatMap((text) => wrap(text, lineWidth - column - 4));
  const fits = path.length <= column;
  const lines = fits ? texts : ["", ...texts];
  return lines
    .map((text, index) => `  ${(index === 0 ? path : "").padEnd(column)}  ${text}`.trimEnd())
    .join("\n");
}

/** Breaks text at spaces into lines of at most so many characters. */
function wrap(text: string, width: number): readonly string[] {
  return text.split(" ").reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || `${last} ${word}`.length > width) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}

/** Orders problems by path, then by rule, says each only once, and hides what looks like a secret in them. */
export function presentProblems(problems: readonly Problem[]): readonly Problem[] {
  const byText = new Map(
    problems.map(presentable).map((problem) => [`${problem.path} ${problem.rule}`, problem]),
  );
  return [...byText.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, problem]) => problem);
}

function presentable({ path, value, rule, fix }: Problem): Problem {
  return {
    path: concealed(path),
    ...(value === undefined ? {} : { value: shown([path], value) }),
    rule: concealed(rule),
    fix: concealed(fix),
  };
}
