import type { SecretPaths } from "./property";
import { secretPathsOf } from "./secret-paths";

/** What the pack remembers of each resource from one call of the engine to the next. */
export class Memory {
  private readonly inputs = new Map<string, object>();
  private readonly secrets = new Map<string, ReadonlySet<string>>();
  private readonly undecided = new Map<string, Map<string, readonly string[]>>();

  /** @param secretPaths tells the secrets of a resource where the caller knows them already */
  constructor(private readonly secretPaths?: (urn: string) => SecretPaths) {}

  /** Keeps a resource's inputs: rules about the stack are shown only outputs. */
  keepInputs(urn: string, inputs: object): void {
    this.inputs.set(urn, inputs);
  }

  /** The inputs kept for a resource. */
  inputsOf(urn: string): object | undefined {
    return this.inputs.get(urn);
  }

  /** Keeps which of a resource's inputs are secrets: rules are shown them in plain text. */
  keepSecrets(urn: string, inputs: object): void {
    this.secrets.set(urn, secretPathsOf(inputs));
  }

  /** The secrets of a resource; `undefined` where nothing recorded them. */
  secretsOf(urn: string): SecretPaths {
    return this.secretPaths === undefined ? this.secrets.get(urn) : this.secretPaths(urn);
  }

  /** Keeps what a rule could not decide about a resource; an empty list where it could. */
  keepUndecided(urn: string, rule: string, values: readonly string[]): void {
    const rules = this.undecided.get(urn);
    if (values.length === 0) rules?.delete(rule);
    else this.undecided.set(urn, new Map(rules).set(rule, values));
  }

  /** By resource, a line for each rule that could not decide; sorted. */
  get undecidedLines(): ReadonlyMap<string, readonly string[]> {
    const sorted = [...this.undecided].sort(([a], [b]) => (a < b ? -1 : 1));
    return new Map(
      sorted
        .filter(([, rules]) => rules.size > 0)
        .map(([urn, rules]) => [
          urn,
          [...rules].map(([rule, values]) => lineOf(rule, values)).sort(),
        ]),
    );
  }
}

function lineOf(rule: string, values: readonly string[]): string {
  return `${rule} waits for ${values.join(", ")}`;
}
