import { notApplicable } from "../judgement";
import { given, mustBe } from "../must";
import { resourceRule } from "../rule";
import { isCredentialName } from "./credential-name";
import { mustBeCustomerKey } from "./customer-key";

export const parameterEncrypted = resourceRule({
  id: "parameter-encrypted",
  requires:
    "Parameters of Systems Manager that hold secrets are encrypted with a KMS key of the account's own.",
  why: "A parameter in plain text is shown to whoever may list it, in the console and in every tool; under AWS's own key, to whoever may read parameters.",
  fix: "Set type to SecureString and keyId to the ARN of an aws.kms.Key.",
  severity: "medium",
  standards: { checkov: ["CKV2_AWS_34", "CKV_AWS_337"] },
  types: ["aws:ssm/parameter:Parameter"],
  exemptible: true,
  check: (parameter) => {
    const type = parameter.at("type");
    const { value: name = parameter.name } = parameter.at("name");
    if (type.value === "SecureString" || type.isUnknown) {
      return given(type, mustBeCustomerKey(parameter.at("keyId")));
    }
    return isCredentialName(String(name))
      ? mustBe(type, "SecureString")
      : notApplicable("neither its type nor its name says that it holds a secret");
  },
});
