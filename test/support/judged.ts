import * as aws from "@pulumi/aws";
import * as random from "@pulumi/random";
import { parseConfiguration } from "../../policies/configuration";
import { rules } from "../../policies/pack";
import { profile } from "../../policies/profile";
import type { Verdict } from "../../policies/verdict";
import { run } from "../../preview/engine/run";
import { judge } from "../../preview/rules/judge";

/** What the pack says of a program, held to the profile of production, on a first preview in eu-west-1. */
export async function judged(
  program: (providers: [aws.Provider, random.Provider]) => unknown,
): Promise<readonly Verdict[]> {
  const { resources } = await run({
    project: "test",
    stack: "production",
    directory: process.cwd(),
    config: { "pulumi:disable-default-providers": '["*"]' },
    secretKeys: [],
    program: () =>
      program([new aws.Provider("aws", { region: "eu-west-1" }), new random.Provider("random")]),
  });
  const today = new Date().toISOString().slice(0, 10);
  const parsed = parseConfiguration(profile("production"), rules, today);
  if ("problems" in parsed) throw new Error("the profile of production has problems");
  return judge(resources, parsed.configuration);
}
