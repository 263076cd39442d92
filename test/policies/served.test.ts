import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { credentials } from "@grpc/grpc-js";
import analyzer = require("@pulumi/pulumi/proto/analyzer_pb");
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Data } from "../../policies/data";
import { rules } from "../../policies/pack";
import { profile } from "../../policies/profile";
import {
  analyzeRequest,
  type Diagnostic,
  diagnosticsOf,
  policyIds,
  resource,
  type Resource,
  root,
  secret,
  stackResource,
  structOf,
  unknown,
} from "./kit";

const repository = join(__dirname, "../..");
const modules = join(repository, "node_modules");

/** The pack as it is published: compiled, in a directory of its own, started as the engine starts it. */
class ServedPack {
  private readonly directory = mkdtempSync(join(tmpdir(), "policies-"));
  private process: ChildProcess | undefined;
  private client: AnalyzerClient | undefined;

  async start(): Promise<void> {
    for (const file of ["package.json", "PulumiPolicy.yaml"]) {
      cpSync(join(repository, "policies", file), join(this.directory, file));
    }
    symlinkSync(modules, join(this.directory, "node_modules"));
    // Types need reading for declarations alone, which nothing that runs reads.
    const compile = ["-p", "policies", "--noCheck", "--noResolve", "--declaration", "false"];
    const compiler = join(modules, "typescript/bin/tsc");
    execFileSync(
      process.execPath,
      [compiler, ...compile, "--outDir", join(this.directory, "dist")],
      {
        cwd: repository,
      },
    );
    const runner = join(modules, "@pulumi/pulumi/cmd/run-policy-pack");
    this.process = spawn(process.execPath, [runner, "127.0.0.1:1", "."], {
      cwd: this.directory,
      stdio: ["ignore", "pipe", "inherit"],
    });
    assert.ok(this.process.stdout);
    for await (const line of createInterface(this.process.stdout)) {
      assert.match(line, /^\d+$/, "the first line must be the port and nothing else");
      this.client = new AnalyzerClient(`127.0.0.1:${line}`, credentials.createInsecure());
      return;
    }
    assert.fail("the pack ended without a port");
  }

  stop(): void {
    this.client?.close();
    this.process?.kill();
    rmSync(this.directory, { recursive: true, force: true });
  }

  async info(): Promise<analyzer.AnalyzerInfo> {
    return unary((callback) => this.connection.getAnalyzerInfo(new Empty(), callback));
  }

  /** Configures every policy as the engine does: its defaults, then what is given. */
  async configure(configuration: Data): Promise<void> {
    const request = new analyzer.ConfigureAnalyzerRequest();
    for (const policy of (await this.info()).getPoliciesList()) {
      const given = configuration[policy.getName()];
      const entry =
        typeof given === "string" ? { enforcementLevel: given } : ((given ?? {}) as Data);
      const { enforcementLevel, ...properties } = entry;
      const schema = (policy.getConfigschema()?.getProperties()?.toJavaScript() ?? {}) as Data;
      const defaults = Object.entries(schema).map(([name, property]): [string, unknown] => [
        name,
        (property as Data)["default"],
      ]);
      const config = new analyzer.PolicyConfig();
      config.setEnforcementlevel(levelOf(enforcementLevel) ?? policy.getEnforcementlevel());
      const values: Data = { ...Object.fromEntries(defaults), ...properties };
      config.setProperties(structOf(values));
      request.getPolicyconfigMap().set(policy.getName(), config);
    }
    await unary((callback) => this.connection.configure(request, callback));
  }

  /** Judges a stack call by call, as the engine does. */
  async judge(stack: readonly Resource[]): Promise<readonly Diagnostic[]> {
    const diagnostics: Diagnostic[] = [];
    for (const item of stack) {
      const request = analyzeRequest(item);
      const { connection } = this;
      const remediated = await unary<analyzer.RemediateResponse>((callback) =>
        connection.remediate(request, callback),
      );
      assert.deepEqual(remediated.getRemediationsList(), []);
      const response = await unary<analyzer.AnalyzeResponse>((callback) =>
        connection.analyze(request, callback),
      );
      diagnostics.push(...diagnosticsOf(response, item.urn));
    }
    const request = new analyzer.AnalyzeStackRequest();
    request.setResourcesList(stack.map(stackResource));
    const response = await unary<analyzer.AnalyzeResponse>((callback) =>
      this.connection.analyzeStack(request, callback),
    );
    return [...diagnostics, ...diagnosticsOf(response, root.urn)];
  }

  private get connection(): AnalyzerClient {
    assert.ok(this.client, "the pack is started first");
    return this.client;
  }
}

function unary<Response>(
  send: (callback: (error: Error | null, response: Response) => void) => unknown,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    send((error, response) => {
      if (error === null) resolve(response);
      else reject(error);
    });
  });
}

function levelOf(level: unknown): analyzer.EnforcementLevel | undefined {
  const { ADVISORY, MANDATORY, DISABLED, REMEDIATE } = analyzer.EnforcementLevel;
  const levels = new Map<unknown, analyzer.EnforcementLevel>([
    ["advisory", ADVISORY],
    ["mandatory", MANDATORY],
    ["disabled", DISABLED],
    ["remediate", REMEDIATE],
  ]);
  return levels.get(level);
}

describe("the pack, served", function () {
  this.timeout(60_000);
  const pack = new ServedPack();
  before(() => pack.start());
  after(() => {
    pack.stop();
  });

  const vpc = resource("aws:ec2/vpc:Vpc", {}, { name: "main" });
  const closed = { name: "closed", dependencies: { vpcId: [vpc] } };
  const database = (inputs: Data): Resource =>
    resource(
      "aws:rds/instance:Instance",
      {
        engine: "postgres",
        storageEncrypted: true,
        kmsKeyId: unknown,
        multiAz: true,
        backupRetentionPeriod: 30,
        deletionProtection: true,
        finalSnapshotIdentifier: "main-final",
        enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
        parameterGroupName: "main-16",
        passwordWo: secret(unknown),
        iamDatabaseAuthenticationEnabled: true,
        monitoringInterval: 60,
        monitoringRoleArn: unknown,
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: unknown,
        copyTagsToSnapshot: true,
        ...inputs,
      },
      { name: "main" },
    );
  const stack = (inputs: Data = {}): readonly Resource[] => [
    root,
    vpc,
    resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", { vpcId: unknown }, closed),
    resource(
      "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation",
      { resourceId: unknown },
      { name: "names", dependencies: { resourceId: [vpc] } },
    ),
    database(inputs),
  ];
  const policiesOf = (diagnostics: readonly Diagnostic[]): unknown =>
    diagnostics.map(({ policy, level, message }) => [policy, level, message.split("\n")[0]]);
  const noFlowLog = [
    "network-flow-logged",
    "mandatory",
    "the VPC must have an aws:ec2/flowLog:FlowLog, but none refers to it",
  ];

  it("tells the engine its name, its version and every policy", async () => {
    const info = await pack.info();
    assert.equal(info.getName(), "groundwork");
    assert.equal(info.getVersion(), "0.1.0");
    assert.deepEqual(
      info
        .getPoliciesList()
        .map((policy) => policy.getName())
        .sort(),
      [...policyIds(rules)].sort(),
    );
  });

  it("judges a stack by the production profile, relations and secrets included", async () => {
    await pack.configure(profile("production"));
    const unsafe = stack({
      multiAz: false,
      passwordWo: "correct horse",
      backupRetentionPeriod: 29,
    });
    assert.deepEqual(policiesOf(await pack.judge(unsafe)), [
      [
        "database-backups-kept",
        "mandatory",
        "backupRetentionPeriod must be at least 30 days, got 29",
      ],
      ["database-multi-az", "mandatory", "multiAz must be true, got false"],
      [
        "secret-values-encrypted",
        "mandatory",
        "passwordWo must be a Pulumi secret, but is plain text",
      ],
      noFlowLog,
    ]);
  });

  it("judges it by the staging profile", async () => {
    await pack.configure(profile("staging"));
    const unsafe = stack({ multiAz: false, backupRetentionPeriod: 6 });
    assert.deepEqual(policiesOf(await pack.judge(unsafe)), [
      [
        "database-backups-kept",
        "mandatory",
        "backupRetentionPeriod must be at least 7 days, got 6",
      ],
      noFlowLog,
    ]);
  });

  it("says nothing more than its message to somebody without a configuration", async () => {
    await pack.configure({});
    const [diagnostic] = await pack.judge(stack({ publiclyAccessible: true }));
    assert.deepEqual(diagnostic, {
      policy: "database-private",
      urn: "urn:pulumi:production::shop::aws:rds/instance:Instance::main",
      message:
        "publiclyAccessible must not be true, got true\nSet publiclyAccessible to false and reach the database from inside the VPC.",
      level: "mandatory",
      severity: "critical",
      description: "RDS instances have no public address.",
    });
  });
});
