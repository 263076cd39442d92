import assert from "node:assert/strict";
import type { StackDocument } from "../../preview/document";
import { fromEngine, fromPreview } from "./described";
import { differences } from "./differences";
import { passesIn, passesOf, violationsIn, violationsOf } from "./judgement";
import { previewOffline, stackOf } from "./offline";
import { holds, plainTextIn } from "./plain-text";
import { benchOf, cliOrSkip, outspoken, packOf, type Bench } from "./suite";
import type { Outcome, Pack } from "./workspace";

for (const stack of ["production", "staging"]) {
  describe(`The stack ${stack} on the real engine`, () => {
    let bench: Bench;
    let pack: Required<Pack>;
    let expected: StackDocument;
    const printed: Outcome[] = [];
    const set = (path: string, value: string): Promise<Outcome> =>
      bench.workspace.pulumi("config", "set", "--stack", stack, "--path", path, value);
    const preview = async (): Promise<StackDocument> => {
      const { configuration } = outspoken(bench.workspace, pack);
      const options = ["--policy-config", configuration];
      return stackOf(await previewOffline(bench.workspace.repository, stack, ...options));
    };

    /** The resources that a provider makes. */
    const managed = (): readonly string[] =>
      expected.resources.filter(({ provider }) => provider !== "").map(({ urn }) => urn);
    const protectedOnes = (): readonly string[] =>
      expected.resources.filter(({ options }) => options.protect).map(({ urn }) => urn);
    const run = async (operation: Promise<Outcome>): Promise<Outcome> => {
      const outcome = await operation;
      printed.push(outcome);
      return outcome;
    };

    before(async function () {
      bench = await benchOf(await cliOrSkip(this), ".");
      const { workspace } = bench;
      pack = packOf(workspace, stack);
      await workspace.initialize(stack);
      expected = await preview();
    });
    after(() => bench.close());

    it("is previewed as the offline preview shows it: resources, checked inputs, dependencies, options, findings", async () => {
      const outcome = await run(
        bench.workspace.preview(stack, outspoken(bench.workspace, pack), "--json"),
      );
      assert.equal(outcome.code, 0, outcome.stdout);
      assert.deepEqual(
        differences(fromPreview(expected.resources), fromEngine(outcome.stdout)),
        [],
      );
      assert.deepEqual(violationsIn(expected), violationsOf(outcome.events));
      const passes = passesOf(outcome.events);
      assert.ok(Object.keys(passes).length > 10);
      assert.deepEqual(passesIn(expected, passes), passes);
    });

    it("creates every resource", async () => {
      const { code, stdout, events } = await run(bench.workspace.up(stack, pack));
      assert.equal(code, 0, stdout);
      assert.deepEqual(events.changes, { create: expected.resources.length });
      assert.deepEqual(bench.providers.subjects("create"), managed());
    });

    it("changes nothing when it is deployed again", async () => {
      const { code, stdout, events } = await run(bench.workspace.up(stack, pack));
      assert.equal(code, 0, stdout);
      assert.deepEqual(events.changes, { same: expected.resources.length });
      assert.deepEqual(bench.providers.subjects("update"), []);
    });

    it("keeps no secret value in plain text, in its state or anywhere else", async () => {
      const state = await bench.workspace.export(stack);
      const values = [...bench.providers.secrets];
      assert.ok(values.length > 0);
      assert.deepEqual(plainTextIn(bench.workspace.directory, values), []);
      assert.deepEqual(
        values.filter((value) => holds(JSON.stringify([state, printed]), value)),
        [],
      );
    });

    if (stack === "production") {
      it("refuses to replace what is protected", async () => {
        await set("groundwork:overrides.database.databaseName", "another");
        const { code, events } = await run(bench.workspace.preview(stack, pack));
        assert.notEqual(code, 0);
        const [first] = events.diagnostics;
        assert.match(first?.urn ?? "", /aws:rds\/instance:Instance::database$/);
        assert.match(
          first?.message ?? "",
          /^unable to replace resource .*\nas it is currently marked for protection/,
        );
      });

      it("is not destroyed: the preview of it stops at what is protected", async () => {
        const { code, stdout } = await bench.workspace.destroy(stack);
        assert.notEqual(code, 0);
        assert.match(stdout, /cannot be deleted\n\s+because it is protected/);
        assert.deepEqual(bench.providers.subjects("delete"), []);
      });

      it("loses nothing protected when it is destroyed without a preview", async () => {
        const { code } = await bench.workspace.destroy(stack, "--skip-preview");
        assert.notEqual(code, 0);
        const deleted = bench.providers.subjects("delete");
        assert.ok(protectedOnes().length > 0);
        assert.deepEqual(
          protectedOnes().filter((urn) => deleted.includes(urn)),
          [],
        );
      });
    } else {
      it("updates what a setting changes and nothing else", async () => {
        await set("groundwork:overrides.database.backup.retentionDays", "21");
        const before = fromPreview(expected.resources);
        const after = fromPreview((await preview()).resources);
        const changed = Object.keys(after).filter(
          (urn) => differences(after[urn], before[urn]).length > 0,
        );
        const { code, stdout, events } = await run(bench.workspace.up(stack, pack));
        assert.equal(code, 0, stdout);
        assert.ok(changed.length > 0);
        assert.deepEqual(bench.providers.subjects("update"), changed);
        const [update, same] = [changed.length, expected.resources.length - changed.length];
        assert.deepEqual(events.changes, { same, update });
      });

      it("is destroyed completely", async () => {
        const { code, stdout, events } = await bench.workspace.destroy(stack);
        assert.equal(code, 0, stdout);
        assert.deepEqual(events.changes, { delete: expected.resources.length });
        assert.deepEqual(bench.providers.subjects("delete"), managed());
      });
    }
  });
}
