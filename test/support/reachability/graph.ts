import type { Deployed } from "./deployed";
import { at, listAt } from "./read";

/** What opens ways that this model does not know: a stack that has any is refused. */
const notModelled = [
  "aws:ec2/networkAcl:NetworkAcl egress",
  "aws:ec2/networkAcl:NetworkAcl ingress",
  "aws:ec2/routeTable:RouteTable routes",
  "aws:ec2/securityGroup:SecurityGroup egress",
  "aws:ec2/securityGroup:SecurityGroup ingress",
  "aws:ec2/securityGroupRule:SecurityGroupRule securityGroupId",
  "aws:ec2/vpcPeeringConnection:VpcPeeringConnection vpcId",
  "aws:ec2transitgateway/vpcAttachment:VpcAttachment vpcId",
  "aws:iam/policy:Policy policy",
  "aws:iam/role:Role inlinePolicies",
  "aws:iam/role:Role managedPolicyArns",
  "aws:kms/grant:Grant keyId",
  "aws:secretsmanager/secretPolicy:SecretPolicy policy",
];

/** The resources of a stack, to be found by what they are and by what others call them. */
export class Graph {
  readonly #byType = new Map<string, Deployed[]>();
  readonly #byKind = new Map<string | undefined, Deployed[]>();
  readonly #referring = new Map<string, Map<unknown, Deployed[]>>();
  readonly #answers = new Map<string, unknown>();

  constructor(readonly resources: readonly Deployed[]) {
    for (const resource of resources) {
      const { type } = resource;
      add(this.#byType, type, resource);
      if (type.startsWith("kubernetes:")) add(this.#byKind, type.split(":").at(-1), resource);
    }
    for (const [type = "", input = ""] of notModelled.map((each) => each.split(" "))) {
      const found = this.ofType(type).find(({ inputs }) => at(inputs, input) !== undefined);
      if (found) throw new Error(`${found.urn} has ${input}, which the model does not know`);
    }
  }

  /** The resources of a type. */
  ofType(type: string): readonly Deployed[] {
    return this.#byType.get(type) ?? [];
  }

  /** The objects of a kind of Kubernetes, whatever its version. */
  ofKind(kind: string): readonly Deployed[] {
    return this.#byKind.get(kind) ?? [];
  }

  /** The resource of a type that others call by this id, name or ARN. */
  named(type: string, handle: unknown): Deployed | undefined {
    return this.ofType(type).find(
      ({ id, outputs }) => handle === id || handle === outputs["name"] || handle === outputs["arn"],
    );
  }

  /** The resources of a type whose input refers to another resource. */
  referring(type: string, input: string, handle: unknown): readonly Deployed[] {
    const key = `${type} ${input}`;
    const known = this.#referring.get(key) ?? this.#referrers(type, input);
    this.#referring.set(key, known);
    return known.get(handle) ?? [];
  }

  /** The answer to a question about the stack, worked out when it is first asked. */
  answer<Answer>(question: string, work: () => Answer): Answer {
    if (!this.#answers.has(question)) this.#answers.set(question, work());
    return this.#answers.get(question) as Answer;
  }

  #referrers(type: string, input: string): Map<unknown, Deployed[]> {
    const referrers = new Map<unknown, Deployed[]>();
    for (const resource of this.ofType(type))
      for (const handle of listAt(resource.inputs, input)) add(referrers, handle, resource);
    return referrers;
  }
}

function add<Key>(lists: Map<Key, Deployed[]>, key: Key, resource: Deployed): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [resource]);
  else list.push(resource);
}
