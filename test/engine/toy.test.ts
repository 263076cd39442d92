import assert from "node:assert/strict";
import { join } from "node:path";
import { run, type Deployment } from "../../preview/engine/run";
import { complaintIn, complaintOf, type Complaint } from "./complaint";
import { fromEngine, fromPreview } from "./described";
import { differences } from "./differences";
import { benchOf, cliOrSkip, type Bench } from "./suite";
import { scenarios, type Scenario } from "./toy/scenarios";
import type { Outcome } from "./workspace";

const token = "not for anybody to read";

/** Configuration by stack: `strict` forbids default providers. */
const configuration = {
  dev: { "aws:region": "eu-west-1", "toy:token": token },
  strict: { "pulumi:disable-default-providers": '["*"]' },
} as const;

type StackName = keyof typeof configuration;

const right: readonly [StackName, Scenario][] = [
  ["dev", "everything"],
  ["dev", "kubernetes"],
  ["dev", "ownTransforms"],
  ["dev", "stackTransforms"],
  ["strict", "namesProviders"],
];

const wrong: readonly [StackName, Scenario][] = [
  ["dev", "duplicate"],
  ["dev", "invokes"],
  ["dev", "lacksConfig"],
  ["dev", "lacksParent"],
  ["dev", "refuses"],
  ["dev", "rejectsUnheard"],
  ["dev", "throws"],
  ["dev", "throwsInApply"],
  ["strict", "lacksProvider"],
  ["strict", "lacksProviderToInvoke"],
  ["strict", "lacksProviderToRead"],
];

describe("The offline engine and Pulumi's own", () => {
  let bench: Bench;

  before(async function () {
    bench = await benchOf(await cliOrSkip(this), "test/engine/toy");
    await bench.workspace.initialize("strict");
    await bench.workspace.initialize("dev");
    await bench.workspace.pulumi("config", "set", "--stack", "dev", "--secret", "token", token);
  });

  for (const [stack, scenario] of right) {
    it(`describe the same resources in the program "${scenario}"`, async () => {
      const { stdout } = await real(bench, stack, scenario, "--json");
      const { resources } = await offline(stack, scenario);
      const expected = fromEngine(stdout);
      assert.ok(Object.keys(expected).length > 1);
      assert.deepEqual(differences(fromPreview(resources), expected), []);
    });
  }

  for (const [stack, scenario] of wrong) {
    it(`refuse with the same words the program "${scenario}"`, async () => {
      const { code, events } = await real(bench, stack, scenario);
      assert.notEqual(code, 0);
      const refused = await refusal(stack, scenario);
      const [expected, ...others] = events.diagnostics.map(complaintOf);
      assert.deepEqual(others, []);
      assert.equal(refused.message, expected?.message);
      if (expected?.urn !== "") assert.equal(refused.urn, expected?.urn);
    });
  }
});

/** Runs a scenario on Pulumi's engine. */
function real(
  { workspace }: Bench,
  stack: StackName,
  scenario: Scenario,
  ...options: readonly string[]
): Promise<Outcome> {
  return workspace.preview(stack, undefined, "--config", `scenario=${scenario}`, ...options);
}

/** Runs a scenario on the offline engine. */
function offline(stack: StackName, scenario: Scenario): Promise<Deployment> {
  return run({
    ...{ project: "toy", stack, directory: join(__dirname, "toy") },
    config: configuration[stack],
    secretKeys: ["toy:token"],
    program: scenarios[scenario],
  });
}

/** Why the offline engine refuses a scenario. */
function refusal(stack: StackName, scenario: Scenario): Promise<Complaint> {
  return offline(stack, scenario).then(() => assert.fail("it was not refused"), complaintIn);
}
