import assert from "node:assert/strict";
import type { Data } from "../../../policies/data";
import { secretRotated } from "../../../policies/rules/secret-rotation";
import { judge, resource, type Resource, root, unknown } from "../kit";

const rotationType = "aws:secretsmanager/secretRotation:SecretRotation";
const login = resource(
  "aws:secretsmanager/secret:Secret",
  { name: "shop/orders/login" },
  { name: "login" },
);

/** The rotation of the secret, whose id is not known yet. */
function rotation(inputs: Data): Resource {
  const more = { name: "rotation", dependencies: { secretId: [login] } };
  return resource(rotationType, { secretId: unknown, ...inputs }, more);
}

async function verdictOn(settings: Data, ...stack: readonly Resource[]): Promise<unknown> {
  const configuration = { "secret-rotated": settings };
  const { verdicts } = await judge([secretRotated], [root, ...stack], { configuration });
  return verdicts.map(({ verdict, message }) => [verdict, message]);
}

describe("secret-rotated", () => {
  const every = (rotationRules: Data): Promise<unknown> =>
    verdictOn({}, login, rotation({ rotationRules }));
  const finding = (line: string): unknown => [["fail", `${rotationType} "rotation": ${line}`]];
  const open = (value: string): unknown => [
    ["undecided", `not known until deployed: ${rotationType} "rotation": ${value}`],
  ];

  for (const rules of [
    { automaticallyAfterDays: 90 },
    { scheduleExpression: "rate(90 days)" },
    { scheduleExpression: "rate(2160 hours)" },
    { scheduleExpression: "cron(0 4 1 * ? *)" },
    { scheduleExpression: "cron(0 4 1 1/2 ? *)" },
  ]) {
    it(`passes ${JSON.stringify(rules)}`, async () => {
      assert.deepEqual(await every(rules), [["pass", undefined]]);
    });
  }

  it("fails when it comes too seldom", async () => {
    assert.deepEqual(
      await every({ automaticallyAfterDays: 91 }),
      finding("rotationRules.automaticallyAfterDays must come every 90 days or more often, got 91"),
    );
  });

  for (const expression of ["rate(91 days)", "rate(2161 hours)", "cron(0 4 1 */3 ? *)"]) {
    it(`fails when it comes by ${expression}`, async () => {
      assert.deepEqual(
        await every({ scheduleExpression: expression }),
        finding(
          `rotationRules.scheduleExpression must come every 90 days or more often, got "${expression}"`,
        ),
      );
    });
  }

  it("fails when nothing says how often", async () => {
    assert.deepEqual(
      await every({ duration: "3h" }),
      finding("rotationRules must say when the secret is rotated, got an object"),
    );
  });

  it("fails when it is switched off", async () => {
    const rules = { automaticallyAfterDays: 30 };
    assert.deepEqual(
      await verdictOn({}, login, rotation({ rotationEnabled: false, rotationRules: rules })),
      finding("rotationEnabled must not be false, got false"),
    );
  });

  for (const expression of ["cron(0 4 1 JAN,JUN ? *)", "cron(0 4 1 * ? 2030)", "monthly"]) {
    it(`is undecided on ${expression}`, async () => {
      assert.deepEqual(
        await every({ scheduleExpression: expression }),
        open("how often rotationRules.scheduleExpression comes"),
      );
    });
  }

  it("is undecided while the days, the schedule or all of it are not known", async () => {
    assert.deepEqual(
      await every({ automaticallyAfterDays: unknown }),
      open("rotationRules.automaticallyAfterDays"),
    );
    assert.deepEqual(
      await every({ scheduleExpression: unknown }),
      open("rotationRules.scheduleExpression"),
    );
    assert.deepEqual(
      await verdictOn({}, login, rotation({ rotationRules: unknown })),
      open("rotationRules.automaticallyAfterDays"),
    );
  });

  it("does not apply to a secret that is not rotated, as keys that sign tokens are not", async () => {
    assert.deepEqual(await verdictOn({}, login), [
      ["notApplicable", "it is not rotated, and no setting says that it must be"],
    ]);
  });
});

describe("secret-rotated, configured", () => {
  it("holds a rotation to the days", async () => {
    const rotationRules = { automaticallyAfterDays: 31 };
    assert.deepEqual(await verdictOn({ maximumDays: 30 }, login, rotation({ rotationRules })), [
      [
        "fail",
        `${rotationType} "rotation": rotationRules.automaticallyAfterDays must come every 30 days or more often, got 31`,
      ],
    ]);
  });

  for (const glob of ["shop/*", "*/login", "login"]) {
    it(`fails when a secret that ${glob} names is not rotated`, async () => {
      assert.deepEqual(await verdictOn({ names: ["other", glob] }, login), [
        ["fail", `the secret must have an ${rotationType}, but none refers to it`],
      ]);
    });
  }

  it("goes by the start of the name where the rest is made up", async () => {
    const inputs = { name: undefined, namePrefix: "shop/orders/login-" };
    const prefixed = resource(login.type, inputs, { name: "main" });
    assert.deepEqual(await verdictOn({ names: ["shop/*"] }, prefixed), [
      ["fail", `the secret must have an ${rotationType}, but none refers to it`],
    ]);
  });

  it("is undecided while a rotation of an unknown secret may be its own", async () => {
    const stray = { ...rotation({}), dependencies: {} };
    assert.deepEqual(await verdictOn({ names: ["shop/*"] }, login, stray), [
      ["undecided", `not known until deployed: secretId of ${rotationType} "rotation"`],
    ]);
  });
});
