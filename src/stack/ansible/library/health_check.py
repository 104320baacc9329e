#!/usr/bin/python
# Asks what is configured, in eight categories, from the host itself. Reads only. What could not be
# asked is "unknown", what is not configured is "not-configured"; neither is ever "ok".
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = """
module: health_check
short_description: the eight categories of health
description: [the eight categories of health]
options:
  checks:
    type: list
    elements: dict
    required: true
    description:
      - category, name, and one of url, command, unit, disk, memory, load.
      - url with status (200), json (keys and their values) and contains; command (an argument vector, 0 is well) with contains; unit (active is well); disk (path) with percent; memory and load (true) with percent or per_core.
      - blocking (the category's default where it is not given), retries, timeout.
  blocking: {type: dict, required: true, description: "category to whether a failure of it blocks"}
  retries: {type: int, default: 3, description: "attempts of a check"}
  delay: {type: float, default: 5, description: "seconds between attempts"}
  timeout: {type: int, default: 30, description: "seconds for one attempt"}
"""

import json
import os
import subprocess
import time
from urllib.error import HTTPError

from ansible.module_utils.basic import AnsibleModule
from ansible.module_utils.parsing.convert_bool import boolean
from ansible.module_utils.urls import open_url

CATEGORIES = ["backend", "frontend", "database", "redis", "external", "system", "nginx", "services"]
KINDS = ["url", "command", "unit", "disk", "memory", "load"]


class Unknown(Exception):
    """It could not be asked."""


def by_url(module, check, timeout):
    try:
        answer = open_url(check["url"], timeout=timeout, use_proxy=False, follow_redirects="safe")
        status, body = answer.getcode(), answer.read(1048576).decode("utf-8", "replace")
    except HTTPError as e:
        status, body = e.code, ""
    wanted = int(check.get("status", 200))
    if status != wanted:
        return False, "%s answered %s, not %s" % (check["url"], status, wanted)
    for key, value in (check.get("json") or {}).items():
        try:
            told = json.loads(body)
            for name in key.split("."):
                told = told[name]
        except (ValueError, KeyError, TypeError):
            return False, "%s does not say %s" % (check["url"], key)
        if str(told) != str(value):
            return False, "%s says %s is %s, not %s" % (check["url"], key, str(told)[:100], value)
    if check.get("contains") and check["contains"] not in body:
        return False, "%s does not contain the expected text" % check["url"]
    return True, "%s answered %s" % (check["url"], status)


def by_command(module, check, timeout):
    argv = [str(a) for a in check["command"]]
    if not module.get_bin_path(argv[0]):
        raise Unknown("%s is not installed on this host" % argv[0])
    done = subprocess.Popen(["timeout", str(timeout)] + argv, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    out = done.communicate()[0].decode("utf-8", "replace").strip()
    if done.returncode != 0:
        return False, "%s ended with %s: %s" % (argv[0], done.returncode, out[-200:])
    if check.get("contains") and check["contains"] not in out:
        return False, "%s did not answer as expected: %s" % (argv[0], out[:200])
    return True, "%s: %s" % (argv[0], out[:200])


def by_unit(module, check, timeout):
    systemctl = module.get_bin_path("systemctl")
    if not systemctl:
        raise Unknown("systemctl is not there")
    rc, out, err = module.run_command([systemctl, "is-active", check["unit"]])
    state = (out or err).strip() or "unknown"
    return rc == 0, "%s is %s" % (check["unit"], state)


def by_disk(module, check, timeout):
    disk, limit = os.statvfs(check["disk"]), float(check.get("percent", 90))
    used = 100.0 * (disk.f_blocks - disk.f_bfree) / max(disk.f_blocks - disk.f_bfree + disk.f_bavail, 1)
    return used < limit, "%s is %.0f %% full (limit %g %%)" % (check["disk"], used, limit)


def by_memory(module, check, timeout):
    limit = float(check.get("percent", 80))
    with open("/proc/meminfo") as told:
        kb = {line.split(":")[0]: int(line.split()[1]) for line in told}
    used = 100.0 * (1 - kb["MemAvailable"] / float(kb["MemTotal"]))
    return used < limit, "%.0f %% of the memory is in use (limit %g %%)" % (used, limit)


def by_load(module, check, timeout):
    limit = float(check.get("per_core", 2))
    value = os.getloadavg()[0] / (os.sysconf("SC_NPROCESSORS_ONLN") or 1)
    return value < limit, "load per core is %.2f (limit %g)" % (value, limit)


def ask(module, check, p):
    kinds = [k for k in KINDS if check.get(k)]
    if check.get("category") not in CATEGORIES or len(kinds) != 1:
        module.fail_json(msg="health check %s: needs a category of %s and exactly one of %s" % (check.get("name", check), ", ".join(CATEGORIES), ", ".join(KINDS)))
    asker, attempts = globals()["by_" + kinds[0]], int(check.get("retries", p["retries"]))
    state, words, tried = "unknown", "", 0
    while tried < max(attempts, 1):
        if tried:
            time.sleep(p["delay"])
        tried += 1
        try:
            well, words = asker(module, check, int(check.get("timeout", p["timeout"])))
            state = "ok" if well else "failed"
        except Unknown as e:
            state, words = "unknown", str(e)
            break
        except Exception as e:
            # a service that does not answer has failed; what cannot be measured is unknown
            state, words = ("failed" if kinds[0] == "url" else "unknown"), "%s: %s" % (check.get("url", kinds[0]), e)
        if state == "ok":
            break
    blocking = boolean(check.get("blocking", p["blocking"].get(check["category"], True)))
    if state == "failed" and not blocking:
        state = "warning"
    return {"name": check.get("name") or kinds[0], "state": state, "blocking": blocking, "detail": words, "attempts": tried}


def main():
    module = AnsibleModule(
        argument_spec={
            "checks": {"type": "list", "elements": "dict", "required": True},
            "blocking": {"type": "dict", "required": True},
            "retries": {"type": "int", "default": 3},
            "delay": {"type": "float", "default": 5},
            "timeout": {"type": "int", "default": 30},
        },
        supports_check_mode=True,
    )
    p = module.params
    if module.check_mode:
        module.exit_json(changed=False, skipped=True, msg="health after the change cannot be predicted in check mode")
    done = [dict(ask(module, check, p), category=check["category"]) for check in p["checks"]]
    categories = []
    for name in CATEGORIES:
        mine = [{k: v for k, v in c.items() if k != "category"} for c in done if c["category"] == name]
        states = {c["state"] for c in mine}
        state = next((s for s in ("failed", "unknown", "warning", "ok") if s in states), "not-configured")
        blocking = any(c["blocking"] for c in mine) if mine else boolean(p["blocking"].get(name, True))
        categories.append({"name": name, "state": state, "blocking": blocking, "checks": mine})
    bad = [
        "%s/%s: %s" % (c["category"], c["name"], c["detail"])
        for c in done
        if c["blocking"] and c["state"] in ("failed", "unknown")
    ]
    module.exit_json(changed=False, categories=categories, bad=bad)


if __name__ == "__main__":
    main()
