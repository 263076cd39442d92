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

const described: readonly Scenario[] = [
  "bothTransforms",
  "components",
  "late",
  "ownTransform",
  "providers",
  "reads",
  "secrets",
  "stackTransform",
];

const refused: readonly Scenario[] = [
  "duplicate",
  "invokes",
  "lacksConfig",
  "lacksParent",
  "lacksSecret",
  "refuses",
  "rejects",
  "rejectsUnheard",
  "throws",
  "throwsInApply",
];

describe("The offline engine and Pulumi's own", () => {
  let bench: Bench;

  before(async function () {
    bench = await benchOf(await cliOrSkip(this), "test/engine/toy");
    await bench.workspace.initialize("dev");
    await bench.workspace.pulumi("config", "set", "--secret", "token", token);
  });
  after(() => bench.close());

  const real = (scenario: Scenario, ...options: readonly string[]): Promise<Outcome> =>
    bench.workspace.preview("dev", undefined, "--config", `scenario=${scenario}`, ...options);

  for (const scenario of described) {
    it(`describe the same resources in the program "${scenario}"`, async () => {
      const expected = fromEngine((await real(scenario, "--json")).stdout);
      const { resources } = await offline(scenario);
      assert.ok(Object.keys(expected).length > 1);
      assert.deepEqual(differences(fromPreview(resources), expected), []);
    });
  }

  for (const scenario of refused) {
    it(`refuse with the same words the program "${scenario}"`, async () => {
      const { code, events, milliseconds } = await real(scenario);
      assert.notEqual(code, 0);
      assert.ok(milliseconds < 10_000, `took ${milliseconds.toString()} ms`);
      assert.deepEqual([await refusal(scenario)], events.diagnostics.map(complaintOf));
    });
  }
});

/** Runs a scenario on the offline engine. */
function offline(scenario: Scenario): Promise<Deployment> {
  return run({
    ...{ project: "toy", stack: "dev", directory: join(__dirname, "toy") },
    config: { "aws:region": "eu-west-1", "toy:token": token },
    secretKeys: ["toy:token"],
    program: scenarios[scenario],
  });
}

/** Why the offline engine refuses a scenario. */
function refusal(scenario: Scenario): Promise<Complaint> {
  return offline(scenario).then(() => assert.fail("the program was not refused"), complaintIn);
}
