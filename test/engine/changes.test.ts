import assert from "node:assert/strict";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fromEngine, fromPreview } from "./described";
import { differences } from "./differences";
import { violationsIn, violationsOf } from "./judgement";
import { previewOffline, stackOf } from "./offline";
import { benchOf, cliOrSkip, packOf, type Bench } from "./suite";
import type { Pack } from "./workspace";

const stack = "production";
const instance = "aws:rds/instance:Instance";

/** A change of the program that no setting could make: it transforms the resources of the stack. */
const transformedProgram = `
import { runtime } from "@pulumi/pulumi";
import program = require("./transformed");

export = () => {
  runtime.registerResourceTransform(({ type, props, opts }) =>
    type === "${instance}"
      ? { props: { ...props, storageEncrypted: false, kmsKeyId: undefined }, opts }
      : undefined,
  );
  return program();
};
`;

describe("A change of the stack production on the real engine", () => {
  let bench: Bench;
  let pack: Required<Pack>;
  let settings: string;

  before(async function () {
    bench = await benchOf(await cliOrSkip(this), ".");
    pack = packOf(bench.workspace, stack);
    await bench.workspace.initialize(stack);
    settings = readFileSync(settingsFile(), "utf8");
  });
  afterEach(() => {
    writeFileSync(settingsFile(), settings);
  });

  const settingsFile = (): string => join(bench.workspace.repository, `Pulumi.${stack}.yaml`);
  const set = (path: string, value: string) =>
    bench.workspace.pulumi("config", "set", "--stack", stack, "--path", path, value);

  describe("that takes the encryption of the database away by a transform", () => {
    beforeEach(() => {
      renameSync(inRepository("index.ts"), inRepository("transformed.ts"));
      writeFileSync(inRepository("index.ts"), transformedProgram);
    });
    afterEach(() => {
      rmSync(inRepository("index.ts"));
      renameSync(inRepository("transformed.ts"), inRepository("index.ts"));
    });

    it("is refused with the findings of the offline preview, which finds the same resources", async () => {
      const offline = await previewOffline(bench.workspace, stack);
      const { code, stdout, events } = await bench.workspace.preview(stack, pack, "--json");
      assert.notEqual(code, 0);
      assert.equal(offline.code, 1);
      const { resources } = stackOf(offline);
      assert.deepEqual(differences(fromPreview(resources), fromEngine(stdout)), []);
      assert.deepEqual(
        violationsOf(events).map(({ rule }) => rule),
        ["database-customer-key", "database-encrypted"],
      );
      assert.deepEqual(violationsIn(stackOf(offline)), violationsOf(events));
    });

    const inRepository = (file: string): string => join(bench.workspace.repository, file);
  });

  describe("that makes settings which cannot work", () => {
    beforeEach(async () => {
      await set("groundwork:overrides.database.nonsense", "1");
      await set("groundwork:overrides.database.storage.iops", "999999");
      await bench.workspace.pulumi("config", "rm", "--stack", stack, "groundwork:account");
    });

    it("is refused at once with every problem that the offline preview names, and no stack trace", async () => {
      const offline = await previewOffline(bench.workspace, stack);
      const { code, events } = await bench.workspace.preview(stack, pack);
      assert.notEqual(code, 0);
      assert.equal(offline.code, 2);
      const [diagnostic, ...others] = events.diagnostics;
      const says = diagnostic?.message.replaceAll(/\s+/g, " ") ?? "";
      assert.deepEqual(others, []);
      assert.doesNotMatch(says, / at .*\.ts:\d+/);
      assert.ok(offline.document.errors.length >= 3);
      for (const { path, rule, fix } of offline.document.errors) {
        assert.ok(says.includes(`${path ?? ""} ${rule ?? ""}`), says);
        assert.ok(says.includes(fix ?? ""), says);
      }
    });
  });

  describe("that turns the standby of the database off", () => {
    beforeEach(() => set("groundwork:overrides.database.multiAz", "false"));

    it("is refused with the findings of the offline preview", async () => {
      const offline = await previewOffline(bench.workspace, stack);
      const { code, events } = await bench.workspace.preview(stack, pack);
      assert.notEqual(code, 0);
      assert.equal(offline.code, 1);
      assert.deepEqual(
        violationsOf(events).map(({ rule, says }) => ({ rule, says })),
        [
          {
            rule: "database-multi-az",
            says: "multiAz must be true, got false\nSet multiAz to true.",
          },
        ],
      );
      assert.deepEqual(violationsIn(stackOf(offline)), violationsOf(events));
    });

    it("is not deployed: what breaks a rule is never made", async () => {
      const { code } = await bench.workspace.up(stack, pack);
      const created = bench.providers.subjects("create");
      assert.notEqual(code, 0);
      assert.deepEqual(
        created.filter((urn) => urn.includes(instance)),
        [],
      );
    });
  });
});
