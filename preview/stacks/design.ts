import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "../../settings";
import { resolveSettings } from "../../settings";
import { InputError } from "./problems";
import type { Stack } from "./stack";
