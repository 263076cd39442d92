import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unknown } from "../../../preview/engine/wire";
import { InputError } from "../../../preview/stacks/problems";
import { readStacks } from "../../../preview/stacks/stack";

const none = { size: undefined, set: [] };
const project = "name: shop\nruntime: nodejs\n";

describe("readStacks", () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "stacks-"));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  const write = (files: Record<string, string>) => {
    for (const [name, text] of Object.entries({ "Pulumi.yaml": project, ...files })) {
      writeFileSync(join(directory, name), text);
    }
  };
  const configOf = (text: string, changes: Parameters<typeof readStacks>[2] = none) => {
    write({ "Pulumi.dev.yaml": text });
    return readStacks(directory, ["dev"], changes)[0]?.config;
  };
  const problemsOf = (action: () => unknown) => {
    try {
      action();
    } catch (error) {
      assert.ok(error instanceof InputError);
      return error.problems;
    }
    return [];
  };

  it("finds every stack of a project", () => {
    write({ "Pulumi.staging.yaml": "", "Pulumi.production.yaml": "" });
    assert.deepEqual(
      readStacks(directory, [], none).map(({ project: of, name }) => [of, name]),
      [
        ["shop", "production"],
        ["shop", "staging"],
      ],
    );
  });

  it("reads a stack of another folder", () => {
    write({ "Pulumi.dev.yaml": "" });
    assert.equal(readStacks("/elsewhere", [`${directory}:dev`], none)[0]?.directory, directory);
  });

  it("runs the entry point that the project names", () => {
    write({ "Pulumi.yaml": `${project}main: program.ts\n`, "Pulumi.dev.yaml": "" });
    assert.equal(readStacks(directory, ["dev"], none)[0]?.main, join(directory, "program.ts"));
  });

  it("puts keys without a namespace into the project's", () => {
    assert.deepEqual(configOf("config: { color: red }")?.values, { "shop:color": "red" });
  });

  it("hands structured values over as JSON", () => {
    assert.deepEqual(configOf("config: { 'a:b': { c: [1, true] } }")?.values, {
      "a:b": '{"c":[1,true]}',
    });
  });

  it("makes an encrypted value secret and unknown", () => {
    assert.deepEqual(configOf("config: { 'a:b': { secure: AAABAPyQ } }"), {
      values: { "a:b": unknown },
      secretKeys: ["a:b"],
    });
  });

  it("makes a structure secret that holds an encrypted value", () => {
    assert.deepEqual(configOf("config: { 'a:b': [{ c: { secure: AAABAPyQ } }] }"), {
      values: { "a:b": `[{"c":"${unknown}"}]` },
      secretKeys: ["a:b"],
    });
  });

  it("sets the size that the command line gives", () => {
    assert.deepEqual(configOf("config: {}", { size: "xlarge", set: [] })?.values, {
      "groundwork:size": "xlarge",
    });
  });

  it("adds the command line's values to the overrides", () => {
    const text = "config: { 'groundwork:overrides': { database: { port: 5433 } } }";
    assert.deepEqual(configOf(text, { size: undefined, set: ["database.multiAz=false"] })?.values, {
      "groundwork:overrides": '{"database":{"port":5433,"multiAz":false}}',
    });
  });

  it("fails when a stack does not exist, naming those that do", () => {
    write({ "Pulumi.dev.yaml": "", "Pulumi.live.yaml": "" });
    assert.deepEqual(
      problemsOf(() => readStacks(directory, ["prod"], none)),
      [
        {
          path: "--stack",
          value: "prod",
          rule: "must be a stack of the project: dev, live",
          fix: "name one of these",
        },
      ],
    );
  });

  it("fails when a folder holds no project", () => {
    assert.deepEqual(
      problemsOf(() => readStacks(directory, ["dev"], none)).map(({ rule }) => rule),
      ["must exist"],
    );
  });

  it("fails when a file is not YAML, with the line", () => {
    const [problem] = problemsOf(() => configOf("config:\n  a: [1\n"));
    assert.match(problem?.path ?? "", /Pulumi\.dev\.yaml:\d$/);
    assert.match(problem?.rule ?? "", /^must be valid YAML: unexpected end of the stream/);
  });

  it("fails when a file is no mapping", () => {
    const [problem] = problemsOf(() => configOf("- 1\n"));
    assert.equal(problem?.rule, "must be a mapping of names to values");
  });

  it("fails when --set has no value", () => {
    assert.deepEqual(
      problemsOf(() => configOf("", { size: undefined, set: ["database.multiAz"] })),
      [
        {
          path: "--set",
          value: "database.multiAz",
          rule: "must be path=value",
          fix: "write for example --set database.multiAz=false",
        },
      ],
    );
  });

  it("fails when --set gives no YAML", () => {
    assert.deepEqual(
      problemsOf(() => configOf("", { size: undefined, set: ["a.b=[1"] })).map(({ path, rule }) => [
        path,
        rule,
      ]),
      [["--set a.b", "must be a YAML value"]],
    );
  });
});
