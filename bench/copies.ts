import * as aws from "@pulumi/aws";
import * as random from "@pulumi/random";
import { Broker } from "../components/broker";
import { Cache } from "../components/cache";
import { Database } from "../components/database";
import { Keys } from "../components/keys";
import { Monitoring } from "../components/monitoring";
import { Network } from "../components/network";
import { Secrets } from "../components/secrets";
import { Storage } from "../components/storage";
import { loadSettings } from "../settings";
import { brokerArgs } from "../wiring/broker";
import { cacheArgs } from "../wiring/cache";
import { databaseArgs } from "../wiring/database";
import { keysArgs } from "../wiring/keys";
import { monitoringArgs } from "../wiring/monitoring";
import { networkArgs } from "../wiring/network";
import { tags } from "../wiring/place";
import { secretsArgs } from "../wiring/secrets";
import { storageArgs } from "../wiring/storage";

/** The platform several times over, under one provider: what a resource costs as a stack grows. */
export = () => {
  const { spec, supplied } = loadSettings();
  const provider = new aws.Provider("aws", {
    region: spec.region as aws.Region,
    defaultTags: { tags: tags(spec) },
  });
  const opts = { providers: [provider, new random.Provider("random")] };
  const copies = Number(process.env["BENCH_COPIES"] ?? "1");
  for (let copy = 0; copy < copies; copy += 1) {
    const name = (what: string): string => `${what}-${copy}`;
    const keys = new Keys(name("keys"), keysArgs(spec), opts);
    const network = new Network(name("network"), networkArgs(spec, keys), opts);
    const monitoring = new Monitoring(name("monitoring"), monitoringArgs(spec, keys), opts);
    new Secrets(name("secrets"), secretsArgs(spec, keys, supplied), opts);
    const neighbours = { keys, network, recoveryNetwork: undefined, monitoring };
    new Database(name("database"), databaseArgs(spec, neighbours), opts);
    const cache = cacheArgs(spec, neighbours);
    if (cache !== undefined) new Cache(name("cache"), cache, opts);
    const broker = brokerArgs(spec, neighbours);
    if (broker !== undefined) new Broker(name("broker"), broker, opts);
    new Storage(name("storage"), storageArgs(spec, keys), opts);
  }
};
