import * as aws from "@pulumi/aws";
import * as random from "@pulumi/random";
import { AppService } from "../components/app-service";
import { Broker } from "../components/broker";
import { Cache } from "../components/cache";
import { Cluster } from "../components/cluster";
import { ClusterServices } from "../components/cluster-services";
import { Database } from "../components/database";
import { Edge } from "../components/edge";
import { Keys } from "../components/keys";
import { Monitoring } from "../components/monitoring";
import { Network } from "../components/network";
import { Secrets } from "../components/secrets";
import { Storage } from "../components/storage";
import { loadSettings, type Settings } from "../settings";
import { brokerArgs } from "../wiring/broker";
import { cacheArgs } from "../wiring/cache";
import { clusterArgs, clusterServicesArgs, providersOf } from "../wiring/cluster";
import { databaseArgs } from "../wiring/database";
import { edgeArgs, edgeKeysArgs } from "../wiring/edge";
import { ifAsked } from "../wiring/if-asked";
import { keysArgs } from "../wiring/keys";
import { monitoringArgs } from "../wiring/monitoring";
import { networkArgs } from "../wiring/network";
import { tags } from "../wiring/place";
import { secretsArgs } from "../wiring/secrets";
import { storageArgs } from "../wiring/storage";
import { serviceArgs } from "../wiring/workloads";

type Name = (what: string) => string;
type Providers = readonly (aws.Provider | random.Provider)[];

/** The platform several times over, under one provider: what a resource costs as a stack grows. */
export = () => {
  const settings = loadSettings();
  const provider = new aws.Provider("aws", {
    region: settings.spec.region as aws.Region,
    defaultTags: { tags: tags(settings.spec) },
  });
  const providers = [provider, new random.Provider("random")];
  const copies = Number(process.env["BENCH_COPIES"] ?? "1");
  for (let copy = 0; copy < copies; copy += 1) {
    build(settings, providers, (what) => `${what}-${copy}`);
  }
};

function build({ spec, supplied }: Settings, providers: Providers, name: Name): void {
  const opts = { providers: [...providers] };
  const keys = new Keys(name("keys"), keysArgs(spec), opts);
  const network = new Network(name("network"), networkArgs(spec, keys), opts);
  const monitoring = new Monitoring(name("monitoring"), monitoringArgs(spec, keys), opts);
  const secrets = new Secrets(name("secrets"), secretsArgs(spec, keys, supplied), opts);
  const neighbours = { keys, network, recoveryNetwork: undefined, monitoring };
  const database = new Database(name("database"), databaseArgs(spec, neighbours), opts);
  const cache = ifAsked(
    cacheArgs(spec, neighbours),
    (args) => new Cache(name("cache"), args, opts),
  );
  const broker = ifAsked(
    brokerArgs(spec, neighbours),
    (args) => new Broker(name("broker"), args, opts),
  );
  const storage = new Storage(name("storage"), storageArgs(spec, keys), opts);
  run({ ...neighbours, secrets, database, cache, broker, storage }, spec, { providers, name });
}

type Stores = Omit<Parameters<typeof serviceArgs>[1], "clusterServices" | "edge" | "bootstrap">;

function run(
  stores: Stores,
  spec: Settings["spec"],
  { providers, name }: { readonly providers: Providers; readonly name: Name },
): void {
  const opts = { providers: [...providers] };
  const cluster = ifAsked(
    clusterArgs(spec, stores),
    (args) => new Cluster(name("cluster"), args, opts),
  );
  const inCluster = { providers: [...providers, ...providersOf(cluster)] };
  const clusterServices = ifAsked(
    clusterServicesArgs(spec, stores, cluster),
    (args) => new ClusterServices(name("cluster-services"), args, inCluster),
  );
  const edgeKeys = ifAsked(edgeKeysArgs(spec), (args) => new Keys(name("edge-keys"), args, opts));
  const edge = ifAsked(
    edgeArgs(spec, { ...stores, edgeKeys, clusterServices }),
    (args) => new Edge(name("edge"), args, opts),
  );
  const surroundings = { ...stores, clusterServices, edge, bootstrap: undefined };
  for (const [service, args] of Object.entries(serviceArgs(spec, surroundings))) {
    new AppService(name(service), args, inCluster);
  }
}
