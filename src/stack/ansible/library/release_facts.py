#!/usr/bin/python
# What a host has and what it serves. Reads only; with "expect" it waits until every component
# answers with that version and every file says it, and fails when they do not.
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = """
module: release_facts
short_description: declared and observed versions of a host
description: [declared and observed versions of a host]
options:
  app_dir: {type: path, required: true, description: "folder with releases, current and version.txt"}
  state_dir: {type: path, required: true, description: "folder with the state file, the lock and the marker"}
  components: {type: list, elements: dict, default: [], description: "name, unit and version_url of each"}
  expect: {type: str, default: '', description: "the version that has to answer"}
  retries: {type: int, default: 3, description: "how often it is asked again"}
  delay: {type: float, default: 5, description: "seconds between"}
"""

import json
import os
import time

from ansible.module_utils.basic import AnsibleModule
from ansible.module_utils.urls import open_url


def content(path):
    try:
        with open(path) as held:
            return held.read().strip()
    except (IOError, OSError):
        return ""


def parsed(path):
    """(value, error): no file is no value and no error."""
    try:
        with open(path) as held:
            return json.load(held), ""
    except (IOError, OSError) as e:
        return {}, "" if not os.path.lexists(path) else str(e)
    except ValueError as e:
        return {}, str(e)


def asked(url):
    """The version in the answer: JSON with "version" (or build.version), or a plain line."""
    try:
        body = open_url(url, timeout=5, use_proxy=False).read(65536).decode("utf-8", "replace").strip()
    except Exception:
        return ""
    try:
        value = json.loads(body)
    except ValueError:
        return body.splitlines()[0][:64] if body and not body.startswith("<") else ""
    if isinstance(value, dict):
        build = value.get("build")
        return str(value.get("version") or (build.get("version") if isinstance(build, dict) else "") or "")
    return str(value)[:64]


def unit(module, systemctl, name):
    rc, out, _ = module.run_command([systemctl, "show", name, "--property=LoadState,ActiveState"])
    return dict(line.split("=", 1) for line in out.splitlines() if "=" in line) if rc == 0 else {}


def look(module, p):
    app, state = p["app_dir"], p["state_dir"]
    current = os.path.join(app, "current")
    kept, state_error = parsed(os.path.join(state, "production-state.json"))
    manifest, _ = parsed(os.path.join(current, "manifest.json"))
    systemctl = module.get_bin_path("systemctl")
    existing = app
    while not os.path.isdir(existing):
        existing = os.path.dirname(existing)
    disk = os.statvfs(existing)
    left, _ = parsed(os.path.join(state, "deployment.lock"))
    marker, _ = parsed(os.path.join(state, ".deploy-in-progress"))
    return {
        "current": os.path.basename(os.readlink(current)) if os.path.islink(current) else "",
        "version_file": content(os.path.join(app, "version.txt")),
        "observed": {c["name"]: asked(c["version_url"]) for c in p["components"]},
        "units": {c["unit"]: unit(module, systemctl, c["unit"]) if systemctl else {} for c in p["components"]},
        "manifest": manifest if isinstance(manifest, dict) else {},
        "state": kept if isinstance(kept, dict) else {},
        "state_error": state_error,
        "lock": left or ({"run": "unreadable"} if os.path.lexists(os.path.join(state, "deployment.lock")) else {}),
        "marker": marker or ({"run": "unreadable"} if os.path.lexists(os.path.join(state, ".deploy-in-progress")) else {}),
        "disk_free_mb": disk.f_bavail * disk.f_frsize // 1048576,
    }


def wrong(facts, version):
    said = dict(facts["observed"], **{"version.txt": facts["version_file"], "current": facts["current"]})
    return ["%s says %s" % (name, value or "nothing") for name, value in sorted(said.items()) if value != version]


def main():
    module = AnsibleModule(
        argument_spec={
            "app_dir": {"type": "path", "required": True},
            "state_dir": {"type": "path", "required": True},
            "components": {"type": "list", "elements": "dict", "default": []},
            "expect": {"type": "str", "default": ""},
            "retries": {"type": "int", "default": 3},
            "delay": {"type": "float", "default": 5},
        },
        supports_check_mode=True,
    )
    p = module.params
    if module.check_mode and p["expect"]:
        module.exit_json(changed=False, skipped=True, msg="what answers afterwards cannot be predicted in check mode")
    facts = look(module, p)
    for _ in range(p["retries"]) if p["expect"] else ():
        if not wrong(facts, p["expect"]):
            break
        time.sleep(p["delay"])
        facts = look(module, p)
    if p["expect"] and wrong(facts, p["expect"]):
        module.fail_json(msg="%s was expected, but %s" % (p["expect"], ", ".join(wrong(facts, p["expect"]))), **facts)
    module.exit_json(changed=False, **facts)


if __name__ == "__main__":
    main()
