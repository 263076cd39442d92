import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { dnsSuffixOf, partitionOf } from "../../spec/partition";
import { allow, createSecurityGroup } from "../security-group-edge";
import { functionLogGroupName } from "./log-group-names";
import { createLogGroup } from "./log-groups";
import { excludedCharacters } from "./password";
import { rotationFunctionName, type RotatedUser } from "./rotation-functions";
import { homeOf, type Scope } from "./scope";
import type { Login } from "./secret";

/** Where AWS publishes its rotation functions in a partition, and which version is deployed. */
interface Publication {
  readonly prefix: string;
  readonly version: string;
}

const commercial: Publication = {
  prefix: "arn:aws:serverlessrepo:us-east-1:297356227824:applications/",
  version: "1.1.671",
};

/**
 * The publications by partition, as AWS's CDK pins them.
 *
 * @see https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-secretsmanager/lib/secret-rotation.ts
 */
const publications: Readonly<Record<string, Publication>> = {
  "aws-cn": {
    prefix: "arn:aws-cn:serverlessrepo:cn-north-1:193023089310:applications/",
    version: "1.1.440",
  },
  "aws-us-gov": {
    prefix: "arn:aws-us-gov:serverlessrepo:us-gov-west-1:023102451235:applications/",
    version: "1.1.397",
  },
};

const https = 443;

/** A secret that a function of AWS rotates. */
export interface RotationArgs {
  readonly user: RotatedUser;
  /** `SingleUser` changes the password in place; `MultiUser` goes back and forth between two users. */
  readonly strategy: "SingleUser" | "MultiUser";
  readonly login: Login;
  /** Secret of the master user, which `MultiUser` logs in with; left out otherwise. */
  readonly masterSecretArn?: pulumi.Input<string>;
  readonly days: number;
  /** Whether it rotates as soon as it is set up, and not only when the first interval is over. */
  readonly atOnce: boolean;
  readonly network: RotationNetwork;
}

/** What lets the rotation functions reach the database and AWS. */
export interface RotationNetwork {
  readonly group: aws.ec2.SecurityGroup;
  /** The rules that must be there before a function can work. */
  readonly rules: readonly pulumi.Resource[];
}

/** The security group of the rotation functions: out to the database, and to AWS by HTTPS. */
export function createRotationNetwork(
  scope: Scope,
  database: aws.ec2.SecurityGroup,
): RotationNetwork {
  const { name, settings, options } = scope;
  const { identifier, region, port } = settings;
  const description = `Rotation functions of the database ${identifier}`;
  const group = createSecurityGroup(scope, `${name}-rotation`, description, homeOf(scope));
  const edge = allow(scope, {
    name: `${name}-from-rotation`,
    description: `PostgreSQL from the rotation functions to ${identifier}`,
    region,
    from: group.id,
    to: database.id,
    port,
  });
  const out = new aws.vpc.SecurityGroupEgressRule(
    `${name}-rotation-https`,
    {
      region,
      description: "HTTPS to Secrets Manager and RDS, whose addresses AWS does not publish",
      securityGroupId: group.id,
      cidrIpv4: "0.0.0.0/0",
      ipProtocol: "tcp",
      fromPort: https,
      toPort: https,
    },
    options,
  );
  return { group, rules: [...edge, out] };
}

/** Rotates a secret by AWS's own function for it, deployed from its Serverless Application Repository. */
export function rotate(scope: Scope, rotation: RotationArgs): void {
  const { name, settings, options } = scope;
  const { region, accountId } = settings;
  const { user, login, days, atOnce, network } = rotation;
  const functionName = rotationFunctionName(scope, user);
  const functionStack = deployFunction(scope, functionName, rotation);
  new aws.secretsmanager.SecretRotation(
    `${name}-${user}`,
    {
      region,
      secretId: login.secret.id,
      rotationLambdaArn: `arn:${partitionOf(region)}:lambda:${region}:${accountId}:function:${functionName}`,
      rotationRules: { automaticallyAfterDays: days },
      rotateImmediately: atOnce,
    },
    {
      ...options,
      dependsOn: [functionStack, login.version, ...network.rules, ...settings.functionsReady],
    },
  );
}

function deployFunction(
  scope: Scope,
  functionName: string,
  { user, strategy, network, masterSecretArn }: RotationArgs,
): aws.serverlessrepository.CloudFormationStack {
  const { name, settings, options } = scope;
  const { region, functionSubnetIds, secretsKeyArn } = settings;
  const { prefix, version } = publications[partitionOf(region)] ?? commercial;
  const path = functionLogGroupName(functionName);
  const logs = createLogGroup(scope, { ...settings, name: `${name}-rotate-${user}`, path });
  const master =
    masterSecretArn === undefined ? {} : { masterSecretArn, masterSecretKmsKeyArn: secretsKeyArn };
  return new aws.serverlessrepository.CloudFormationStack(
    `${name}-rotate-${user}`,
    {
      region,
      name: functionName,
      applicationId: `${prefix}SecretsManagerRDSPostgreSQLRotation${strategy}`,
      semanticVersion: version,
      capabilities: ["CAPABILITY_IAM", "CAPABILITY_RESOURCE_POLICY"],
      parameters: {
        functionName,
        endpoint: `https://secretsmanager.${region}.${dnsSuffixOf(region)}`,
        vpcSubnetIds: pulumi.all([...functionSubnetIds]).apply((ids) => ids.join(",")),
        vpcSecurityGroupIds: network.group.id,
        kmsKeyArn: secretsKeyArn,
        excludeCharacters: excludedCharacters,
        ...master,
      },
    },
    { ...options, dependsOn: [logs] },
  );
}
