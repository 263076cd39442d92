import type { Data } from "../engine/wire";
import type { Created } from "./aws-outputs";

/** What AWS makes up for what stands once in an account, by type. */
export const accountOutputs: Readonly<Record<string, (created: Created) => Data>> = {
  "aws:ecr/repository:Repository": ({ inputs }) => {
    const { region, name } = inputs;
    return {
      arn: `arn:aws:ecr:${String(region)}:123456789012:repository/${String(name)}`,
      registryId: "123456789012",
      repositoryUrl: `123456789012.dkr.ecr.${String(region)}.amazonaws.com/${String(name)}`,
    };
  },
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": ({ inputs }) => ({
    arn: `arn:aws:iam::123456789012:oidc-provider/${String(inputs["url"]).replace("https://", "")}`,
  }),
  "aws:iam/policy:Policy": ({ inputs }) => ({
    arn: `arn:aws:iam::123456789012:policy${String(inputs["path"])}${String(inputs["name"])}`,
  }),
  "aws:route53/keySigningKey:KeySigningKey": ({ digits }) => ({
    dsRecord: `12345 13 2 ${digits.toUpperCase()}`,
  }),
  "aws:route53/zone:Zone": ({ id }) => ({
    zoneId: id,
    nameServers: ["awsdns-01.com", "awsdns-02.net", "awsdns-03.org", "awsdns-04.co.uk"].map(
      (server, index) => `ns-${index.toString()}.${server}`,
    ),
  }),
};
