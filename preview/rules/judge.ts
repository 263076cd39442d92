import type { AnalyzeResponse } from "@pulumi/pulumi/proto/analyzer_pb";
import { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun } from "@pulumi/policy/server";
import { compile } from "@groundwork/policies/compile";
import type { Configuration } from "@groundwork/policies/configuration";
import { packName, rules } from "@groundwork/policies/pack";
import { secretPathsOf } from "@groundwork/policies/secret-paths";
import type { Verdict } from "@groundwork/policies/verdict";
import type { Resource } from "../engine/resource";
import { analyzeRequest, analyzeStackRequest } from "./messages";

/** Has the pack judge every resource, through the handlers that serve the engine and with its messages. */
export async function judge(
  deployed: readonly Resource[],
  configuration: Configuration,
): Promise<readonly Verdict[]> {
  const resources = new Map(deployed.map((resource) => [resource.urn, resource]));
  const verdicts: Verdict[] = [];
  const policies = compile(rules, {
    configuration,
    onVerdict: (verdict) => verdicts.push(verdict),
    secretPaths: (urn) => secretPathsOf(resources.get(urn)?.inputs ?? {}),
  });
  const analyze = makeAnalyzeRpcFun(packName, packVersion, "advisory", policies);
  const analyzeStack = makeAnalyzeStackRpcFun(packName, packVersion, "advisory", policies);
  for (const resource of deployed.filter(({ external }) => !external)) {
    await answerOf(analyze, analyzeRequest(resource, resources));
  }
  await answerOf(analyzeStack, analyzeStackRequest(resources));
  return verdicts;
}

/** The version matters to nobody here: no message of the protocol leaves the process. */
const packVersion = "0.0.0";

function answerOf<Request>(
  handler: (
    call: { request: Request },
    callback: (error: Error | null | undefined, response?: AnalyzeResponse) => void,
  ) => void,
  request: Request,
): Promise<AnalyzeResponse | undefined> {
  return new Promise((resolve, reject) => {
    handler({ request }, (error, response) => {
      if (error) reject(error);
      else resolve(response);
    });
  });
}
