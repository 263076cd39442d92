import assert from "node:assert/strict";
import type { StackDocument } from "../../preview/document";
import { fromEngine, fromPreview } from "./described";
import { differences } from "./differences";
import { passesIn, passesOf, violationsIn, violationsOf } from "./judgement";
import { previewOffline, stackOf } from "./offline";
import { holds, plainTextIn } from "./plain-text";
import { benchOf, cliOrSkip, outspoken, packOf, type Bench } from "./suite";
import type { Outcome, Pack } from "./workspace";

/** A stack on the real engine, beside what the offline preview says of it. */
export class StackUnderTest {
  bench!: Bench;
  pack!: Required<Pack>;
  /** The offline preview of the stack as it is committed. */
  expected!: StackDocument;
  readonly #outcomes: Outcome[] = [];

  constructor(
    readonly name: string,
    /** The project that the stack is of: a folder of the repository. */
    private readonly project = ".",
  ) {}

  async start(context: Mocha.Context): Promise<void> {
    this.bench = await benchOf(await cliOrSkip(context), this.project);
    this.pack = packOf(this.bench.workspace, this.name);
    await this.bench.workspace.initialize(this.name);
    this.expected = await this.offline();
  }

  /** The offline preview of the stack as its settings are now. */
  async offline(): Promise<StackDocument> {
    const { workspace } = this.bench;
    const { configuration } = outspoken(workspace, this.pack);
    return stackOf(await previewOffline(workspace, this.name, "--policy-config", configuration));
  }

  /** Previews on the real engine, by a pack that also says what it cannot decide yet. */
  preview(...options: readonly string[]): Promise<Outcome> {
    const pack = outspoken(this.bench.workspace, this.pack);
    return this.#kept(this.bench.workspace.preview(this.name, pack, ...options));
  }

  up(): Promise<Outcome> {
    return this.#kept(this.bench.workspace.up(this.name, this.pack));
  }

  destroy(...options: readonly string[]): Promise<Outcome> {
    return this.#kept(this.bench.workspace.destroy(this.name, ...options));
  }

  /** Overrides a value of the spec in the stack's settings. */
  async override(path: string, value: string): Promise<void> {
    await this.#config("set", path, value);
  }

  /** Takes an override of a value back. */
  async takeBack(path: string): Promise<void> {
    await this.#config("rm", path);
  }

  /** URNs of the resources that a provider makes, sorted. */
  get managed(): readonly string[] {
    return this.expected.resources.filter(({ provider }) => provider !== "").map(({ urn }) => urn);
  }

  /** Everything that was printed so far. */
  get printed(): string {
    return JSON.stringify(this.#outcomes);
  }

  async #config(command: string, path: string, ...value: readonly string[]): Promise<void> {
    const key = `groundwork:overrides.${path}`;
    const options = ["--stack", this.name, "--path", key, ...value];
    await this.bench.workspace.pulumi("config", command, ...options);
  }

  async #kept(operation: Promise<Outcome>): Promise<Outcome> {
    const outcome = await operation;
    this.#outcomes.push(outcome);
    return outcome;
  }
}

/** Tests that the engine makes of a stack what the preview shows, and then finds nothing to change. */
export function deploysAsPreviewed(
  stack: StackUnderTest,
  moreThan: { readonly resources: number; readonly passes: number },
): void {
  it("is previewed as the offline preview shows it: resources, checked inputs, dependencies, options", async () => {
    const { code, stdout, events } = await stack.preview("--json");
    assert.equal(code, 0, stdout);
    const [found, expected] = [fromPreview(stack.expected.resources), fromEngine(stdout)];
    assert.ok(Object.keys(expected).length > moreThan.resources);
    assert.deepEqual(differences(found, expected), []);

    assert.deepEqual(violationsIn(stack.expected), violationsOf(events));
    const passes = passesOf(events);
    assert.ok(Object.keys(passes).length > moreThan.passes);
    assert.deepEqual(passesIn(stack.expected, passes), passes);
  });

  it("creates every resource", async () => {
    const { code, stdout, events } = await stack.up();
    assert.equal(code, 0, stdout);
    assert.deepEqual(events.policies, []);
    assert.deepEqual(events.changes, { create: stack.expected.resources.length });
    assert.deepEqual(stack.bench.providers.subjects("create"), stack.managed);
  });

  it("changes nothing when it is deployed again", async () => {
    const { code, stdout, events } = await stack.up();
    assert.equal(code, 0, stdout);
    assert.deepEqual(events.changes, { same: stack.expected.resources.length });
    assert.deepEqual(stack.bench.providers.subjects("update"), []);
  });
}

/** Tests what holds for every stack, then what holds for this one once it is deployed. */
export function testStack(name: string, testDeployed: (stack: StackUnderTest) => void): void {
  describe(`The stack ${name} on the real engine`, () => {
    const stack = new StackUnderTest(name);

    before(function () {
      return stack.start(this);
    });

    deploysAsPreviewed(stack, { resources: 1, passes: 10 });

    it("keeps no secret value in plain text, in its state or anywhere else", async () => {
      const values = [...stack.bench.providers.secrets];
      const told = `${await stack.bench.workspace.export(name)}${stack.printed}`;
      assert.ok(values.length > 0);
      assert.deepEqual(plainTextIn(stack.bench.workspace.directory, values), []);
      assert.ok(values.every((value) => !holds(told, value)));
    });

    testDeployed(stack);
  });
}
