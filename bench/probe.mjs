import { load } from "../bin/load.mjs";

const { probe } = await load("bench/probe.ts");
await probe(process.argv[2]);
