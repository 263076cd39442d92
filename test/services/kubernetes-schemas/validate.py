"""Holds Kubernetes objects against the strict schemas of a version of Kubernetes.

Reads {"version": "1.36", "objects": [...]} and writes, for each object, a list of
{"path": [...], "message": "..."}, or null where Kubernetes has no schema of it.
"""

import json
import re
import sys

from jsonschema.validators import Draft202012Validator
from kubernetes_validate.utils import schema_contents
from referencing import Registry, Resource


def main():
    request = json.load(sys.stdin)
    folder = f"kubernetes-json-schema/v{request['version']}.0-local-strict"

    def read(name):
        return schema_contents(f"{folder}/{name}.json", request["version"])

    registry = Resource.from_contents(read("_definitions")) @ Registry()

    def complaints(data):
        group_version = re.sub(r"^([^./]*)(?:\.[^/]*)?/", r"\1-", data["apiVersion"])
        try:
            schema = read(f"{data['kind'].lower()}-{group_version}")
        except FileNotFoundError:
            return None
        registered = Resource.from_contents(schema) @ registry
        errors = Draft202012Validator(schema, registry=registered).iter_errors(data)
        return [{"path": list(error.path), "message": error.message} for error in errors]

    json.dump([complaints(data) for data in request["objects"]], sys.stdout)


main()
