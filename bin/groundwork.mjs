#!/usr/bin/env node
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { loadPulumi } = require("./typescript.cjs");
const { main } = require("../preview/cli.ts");

void main(loadPulumi);
